export { sandboxRefunds as POST } from "@/server/mounts/sandbox-card";
