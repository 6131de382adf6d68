import { z } from "zod";
import { clientId, orderId, serviceTypeId, workerId } from "@/server/kernel/ids";
import { moneyWire } from "@/server/kernel/money";
import { defineEvent } from "./_define";
import { assignmentNumber, contact, instantText, place } from "./_parts";

export const serviceTypeChanged = defineEvent("ordering/service-type.changed", {
	version: 1,
	meaning: "A service type is now like this.",
	kind: "replication",
	schema: z.object({
		serviceTypeId,
		version: z.int().positive(),
		name: z.object({ en: z.string(), ru: z.string() }),
		icon: z.string(),
		durationMinutes: z.int().positive(),
		supplies: z.array(z.object({ name: z.object({ en: z.string(), ru: z.string() }), quantity: z.int().positive() })),
		active: z.boolean(),
	}),
	subjects: ["serviceTypeId"],
});

const chore = {
	orderId,
	orderNumber: z.int().positive(),
	clientId,
	serviceTypeId,
	serviceName: z.object({ en: z.string(), ru: z.string() }),
	description: z.string(),
	place,
	contact,
	startsAt: instantText,
	durationMinutes: z.int().positive(),
};

export const orderPlaced = defineEvent("ordering/order.placed", {
	version: 1,
	meaning: "A client asked for a chore.",
	schema: z.object({ ...chore, copyOf: orderId.nullable(), excludeWorkerId: workerId.nullable() }),
	subjects: ["orderId", "clientId"],
	personal: ["description", "place", "contact"],
	visibleTo: { client: ["orderId", "startsAt", "copyOf"] },
});

export const orderAssigned = defineEvent("ordering/order.assigned", {
	version: 1,
	meaning: "A worker has the order, and its price is fixed.",
	schema: z.object({
		...chore,
		assignment: assignmentNumber,
		workerId,
		listPrice: moneyWire,
		discountPercent: z.int().min(0).max(100),
		price: moneyWire,
		/** What the worker earns if the order is completed, by the money policies in force. */
		workerShare: moneyWire,
		/** What the worker loses if the order fails, by the money policies in force. */
		workerPenalty: moneyWire,
		/** What the client pays for each outcome, by the money policies in force. */
		clientPays: z.object({ completed: moneyWire, cancelled: moneyWire, failed: moneyWire }),
		moneyPolicyVersion: z.int().positive(),
		priceFormulaVersion: z.int().positive(),
	}),
	subjects: ["orderId", "clientId", "workerId"],
	personal: ["description", "place", "contact"],
	visibleTo: {
		client: ["orderId", "workerId", "price", "discountPercent"],
		worker: ["orderId", "assignment", "startsAt"],
		warehouse: ["orderId", "assignment", "workerId", "startsAt"],
	},
});

export const orderUnassigned = defineEvent("ordering/order.unassigned", {
	version: 1,
	meaning: "The order lost its worker and looks for another.",
	schema: z.object({ orderId, clientId, workerId, assignment: assignmentNumber, reason: z.string() }),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId"], worker: ["orderId", "assignment"], warehouse: ["orderId", "assignment"] },
});

export const orderCancellationRequested = defineEvent("ordering/order.cancellation-requested", {
	version: 1,
	meaning: "Somebody wants the order cancelled; execution decides.",
	schema: z.object({ orderId, clientId, by: z.enum(["client", "manager"]), reason: z.string() }),
	subjects: ["orderId", "clientId"],
	personal: ["reason"],
	visibleTo: { client: ["orderId", "by", "reason"] },
});

export const orderRated = defineEvent("ordering/order.rated", {
	version: 1,
	meaning: "The client rated the finished order.",
	schema: z.object({ orderId, clientId, workerId, stars: z.int().min(1).max(5), words: z.string() }),
	subjects: ["orderId", "clientId", "workerId"],
	personal: ["words"],
	visibleTo: { client: ["orderId", "stars", "words"] },
});
