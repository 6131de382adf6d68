/** Runs once at the server's start, before the first request. */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
	const { startInstanceOrEnd } = await import("@/server/engine/start");
	await startInstanceOrEnd();
}
