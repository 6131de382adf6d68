export { sandboxQuestions as POST } from "@/server/mounts/sandbox-card";
