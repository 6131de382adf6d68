/** Runs once at the server's start, before the first request. */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
	const { tracesWanted } = await import("@/server/platform/tracing");
	if (tracesWanted(process.env)) (await import("@/server/platform/start-tracing")).startTracing();
	const { startInstanceOrEnd } = await import("@/server/engine/start");
	await startInstanceOrEnd();
	const { endIdleConnectionsAtStop } = await import("@/server/platform/idle-connections");
	endIdleConnectionsAtStop();
	const { keepToSurfaces } = await import("@/server/platform/surfaces");
	keepToSurfaces();
	const { guardFrontDoor } = await import("@/server/platform/front-door");
	guardFrontDoor((await import("@/server/mounts/apply")).guards);
	const { measureRequests } = await import("@/server/platform/http-metrics");
	measureRequests();
}
