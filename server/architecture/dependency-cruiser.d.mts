declare const config: {
	forbidden: { name: string }[];
	options: { doNotFollow: { path: string }; enhancedResolveOptions: { extensions: string[] } };
};
export default config;
