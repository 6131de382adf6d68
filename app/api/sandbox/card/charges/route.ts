export { sandboxCharges as POST } from "@/server/mounts/sandbox-card";
