import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { clientId, orderId, serviceTypeId, workerId, zoneId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { moneySchema } from "@/server/kernel/money";
import { count, idempotencyKey, line, moment, phone, prose, requiredProse } from "@/server/kernel/text";
import { orderStates } from "./domain/order";

export { type OrderState, orderStates } from "./domain/order";

export const orderingRefusals = defineRefusals("ordering", {
	/** The start is not among the possible ones, or not any more. */
	start_not_possible: "CONFLICT",
	service_type_retired: "CONFLICT",
	zone_not_served: "CONFLICT",
	/** Billing has something against a new order of this client. */
	may_not_order: "PRECONDITION_FAILED",
	/** The way out is to pay it. */
	invoice_overdue: "PRECONDITION_FAILED",
	already_started: "CONFLICT",
	already_ended: "CONFLICT",
	/** Cancelling costs another amount than was shown; `minor` is the new one in hundredths. */
	amount_changed: "CONFLICT",
	not_ended_yet: "CONFLICT",
	not_completed: "CONFLICT",
	already_rated: "CONFLICT",
});

/** What a service type may be drawn as. */
export const serviceIcons = [
	"armchair",
	"bath",
	"bed",
	"box",
	"brush",
	"fish",
	"flower",
	"glass",
	"lamp",
	"mouse",
	"paw",
	"shirt",
	"shopping",
	"sofa",
	"utensils",
	"yarn",
] as const;
export type ServiceIcon = (typeof serviceIcons)[number];

const localized = (max: number) => z.object({ en: line(max), ru: line(max) });

export const defineServiceTypeInput = z.object({
	idempotencyKey,
	/** Null makes a new one. */
	serviceTypeId: serviceTypeId.nullable(),
	/** The version that was edited, so that nobody's change is lost; 0 for a new one. */
	version: z.int().min(0).max(1_000_000),
	name: localized(60),
	description: localized(300),
	icon: z.enum(serviceIcons),
	durationMinutes: z
		.int()
		.min(5)
		.max(12 * 60),
	basePrice: moneySchema.refine((price) => price >= 0n && price <= 100_000_000n, "out_of_range"),
	supplies: z.array(z.object({ name: localized(60), quantity: z.int().min(1).max(999) })).max(40),
	active: z.boolean(),
});

export const defineZoneInput = z.object({
	idempotencyKey,
	zoneId: zoneId.nullable(),
	version: z.int().min(0).max(1_000_000),
	name: localized(60),
	active: z.boolean(),
});

export const placeOrderInput = z.object({
	idempotencyKey,
	serviceTypeId,
	description: requiredProse(2000),
	place: z.object({ zoneId, address: line(200), note: prose(500) }),
	contact: z.object({ name: line(80), phone }),
	startsAt: moment,
});

export const orderAgainInput = z.object({ idempotencyKey, orderId, startsAt: moment });

export const requestCancellationInput = z.object({
	orderId,
	/** What the client was told that it costs. */
	amount: moneySchema,
});

export const cancelForOfficeInput = z.object({ orderId, reason: line(300) });

export const cancelOrdersInput = z.object({ orderIds: z.array(orderId).min(1).max(100), reason: line(300) });

export const rateOrderInput = z.object({
	idempotencyKey,
	orderId,
	stars: z.int().min(1).max(5),
	words: prose(1000),
});

export const orderInput = z.object({ orderId });

export const estimateInput = z.object({ serviceTypeId });

const isoDate = z
	.string()
	.regex(/^20\d\d-\d\d-\d\d$/)
	.pipe(z.iso.date());

/** A few weeks of possible starts from a date on; today unless given. */
export const startTimesInput = z.object({ from: isoDate.optional() });

const orderCursor = z.object({ startsAt: moment, number: count });
export type OrderCursor = z.infer<typeof orderCursor>;

export const pastOrdersInput = z.object({ cursor: orderCursor.nullish() });

/** What needs somebody to look: nobody is assigned, or the time has come and nobody has started. */
export const orderTroubles = ["unstaffed", "late"] as const;

/** The office's table of orders. */
export const officeOrdersList = defineList({
	name: "orders",
	filters: {
		state: z.enum(orderStates),
		trouble: z.enum(orderTroubles),
		serviceTypeId,
		clientId,
		workerId,
		/** Days of the start in the business time zone, both included. */
		from: isoDate,
		to: isoDate,
		/** An order's number, or words of the client, contact, place, service, description or worker. */
		search: prose(100),
	},
	sorts: { start: ["instant", "count"], number: ["count"] },
	sort: "start",
	order: "desc",
	onlySortedAsUsual: ["from", "to"],
});

/** For the command palette: a few, at once. */
export const searchOrdersInput = z.object({ search: line(100), limit: z.int().min(1).max(20).default(6) });

export const workerInput = z.object({ workerId });
