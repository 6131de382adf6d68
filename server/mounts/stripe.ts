export { stripeWebhook } from "@/server/contexts/billing/http";
