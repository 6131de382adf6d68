export { sandboxDisputes as POST } from "@/server/mounts/sandbox-card";
