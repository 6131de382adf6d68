import { mayAsk } from "./context-map.mjs";

const OWN = "^server/contexts/([^/]+)/";
const TEST = "(\\.test\\.tsx?$|/testing[^/]*\\.tsx?$|^db/testing/)";
const forbid = (name, from, to) => ({ name, severity: "error", from, to });

export default {
	forbidden: [
		forbid(
			"public-face-only",
			{ path: OWN, pathNot: TEST },
			{ path: "^server/contexts/", pathNot: ["^server/contexts/$1/", "^server/contexts/[^/]+/index\\.ts$"] },
		),
		...Object.entries(mayAsk).map(([context, asked]) =>
			forbid(
				`context-map-${context}`,
				{ path: `^server/contexts/${context}/`, pathNot: TEST },
				{ path: "^server/contexts/", pathNot: `^server/contexts/(${[context, ...asked].join("|")})/` },
			),
		),
		forbid(
			"every-context-is-on-the-map",
			{ path: "^server/contexts/", pathNot: `^server/contexts/(${Object.keys(mayAsk).join("|")})/` },
			{},
		),
		forbid(
			"own-tables-only",
			{ path: OWN, pathNot: TEST },
			{ path: "^db/schema/", pathNot: ["^db/schema/($1|_shared)\\.ts$", "^db/schema/$1-[a-z]+\\.ts$"] },
		),
		forbid(
			"no-schema-crosses-contexts",
			{ path: "^db/schema/(_?[a-z]+)" },
			{ path: "^db/schema/", pathNot: ["^db/schema/($1|_shared)\\.ts$", "^db/schema/$1-[a-z]+\\.ts$"] },
		),
		forbid(
			"domain-is-pure",
			{ path: "^server/contexts/([^/]+)/domain/", pathNot: TEST },
			{
				pathNot: [
					"^server/contexts/$1/domain/",
					"^server/kernel/",
					"node_modules/(zod|simple-statistics)/",
					"^node:crypto$",
					"^crypto$",
				],
			},
		),
		forbid(
			"contracts-are-isomorphic",
			{ path: "^server/(contexts/[^/]+|engine|events|platform/audit|platform/policies)/contracts(\\.ts$|/)" },
			{
				pathNot: [
					"^server/kernel/",
					"^server/$1/(domain/|contracts(\\.ts$|/))",
					"^server/platform/policies/(applications|collections|money|operations|tests)\\.ts$",
					"node_modules/zod/",
				],
			},
		),
		forbid(
			"app-is-thin",
			{ path: "^app/", pathNot: ["^app/api/", TEST] },
			{
				path: "^(db|server|emails)/",
				pathNot: [
					"^server/trpc/",
					"^server/kernel/",
					"^server/(contexts/[^/]+|engine|events|platform/audit|platform/policies)/contracts(\\.ts$|/)",
				],
			},
		),
		forbid("api-routes-only-mount", { path: "^app/api/" }, { path: "^(db|emails|server/(?!mounts/))" }),
		forbid("server-does-not-know-app", { path: "^(server|db|emails)/" }, { path: "^app/" }),
		forbid("kernel-is-a-leaf", { path: "^server/kernel/" }, { path: "^(server/(?!kernel/)|db/|app/|emails/)" }),
		forbid(
			"only-roots-mount-contexts",
			{
				path: "^server/(?!contexts/|demo/|mounts/|trpc/(root|request-context|refusals)\\.ts|inngest/functions\\.ts)",
				pathNot: TEST,
			},
			{ path: "^server/contexts/" },
		),
		forbid(
			"catalogue-is-the-published-language",
			{ path: "^server/events/catalog/" },
			{ path: "^(db|app|emails|server/(?!kernel/|events/catalog/))" },
		),
		forbid(
			"tests-stay-out-of-production",
			{ path: "^(app|server|db|emails)/", pathNot: TEST },
			{ path: `(${TEST}|^e2e/)` },
		),
		forbid("no-circular", {}, { circular: true }),
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^(\\.next|\\.data)/" },
		tsConfig: { fileName: "tsconfig.json" },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
	},
};
