export { sandboxCardWebhook, sandboxCharges, sandboxQuestions } from "@/server/contexts/billing/http";
