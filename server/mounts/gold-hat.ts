export { goldHatSandbox, goldHatSandboxTransfer, goldHatWebhook } from "@/server/contexts/billing/http";
