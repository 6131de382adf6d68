/** Context map: whose public face (index.ts) a context may call. Everything else between contexts goes through events. */
export const mayAsk = {
	identity: [],
	ordering: ["identity", "billing"],
	matching: ["identity"],
	supplies: ["identity"],
	execution: ["identity"],
	hiring: ["identity"],
	billing: ["identity"],
	quality: ["identity", "ordering", "execution", "supplies", "matching", "billing", "hiring", "notifications"],
	betting: ["identity"],
	notifications: ["identity"],
};
