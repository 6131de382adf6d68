export {
	sandboxCardWebhook,
	sandboxCharges,
	sandboxDisputeQuestions,
	sandboxDisputes,
	sandboxQuestions,
	sandboxRefundQuestions,
	sandboxRefunds,
} from "@/server/contexts/billing/http";
