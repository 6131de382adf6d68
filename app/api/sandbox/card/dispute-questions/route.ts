export { sandboxDisputeQuestions as POST } from "@/server/mounts/sandbox-card";
