export { handleApply as POST, handleApplyOpening as GET } from "@/server/mounts/apply";
