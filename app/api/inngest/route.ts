export { handleInngest as GET, handleInngest as POST, handleInngest as PUT } from "@/server/mounts/inngest";

export const dynamic = "force-dynamic";
