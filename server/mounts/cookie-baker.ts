export { cookieBakerSandbox, cookieBakerWebhook } from "@/server/contexts/supplies/http";
