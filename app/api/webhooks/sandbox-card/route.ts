export { sandboxCardWebhook as POST } from "@/server/mounts/sandbox-card";
