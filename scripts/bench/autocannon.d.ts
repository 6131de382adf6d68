/** As much of the load generator as is used here; it brings no types of its own. */
declare module "autocannon" {
	type Request = {
		path?: string;
		method?: "GET" | "POST";
		headers?: Record<string, string>;
		body?: string;
		/** Called before each request is sent. */
		setupRequest?: (request: Request) => Request;
	};
	type Options = { url: string; connections: number; duration: number; requests: Request[] };
	type Result = { "2xx": number; non2xx: number; errors: number; timeouts: number; duration: number };
	export default function autocannon(options: Options): Promise<Result>;
}
