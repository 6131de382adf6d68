export { sandboxRefundQuestions as POST } from "@/server/mounts/sandbox-card";
