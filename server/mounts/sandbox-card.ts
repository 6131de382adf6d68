export {
	sandboxCardWebhook,
	sandboxCharges,
	sandboxQuestions,
	sandboxRefundQuestions,
	sandboxRefunds,
} from "@/server/contexts/billing/http";
