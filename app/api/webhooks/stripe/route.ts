export { stripeWebhook as POST } from "@/server/mounts/stripe";
