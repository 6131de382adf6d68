export { handleMetrics as GET } from "@/server/mounts/metrics";

export const dynamic = "force-dynamic";
