import { v7 } from "uuid";
import { z } from "zod";

const id = <Name extends string>() => z.uuid().brand<Name>();

/** Branded identifiers: an order's id does not compile where a worker's is asked for. All are UUID v7, so they sort by time. */
export const accountId = id<"AccountId">();
export const clientId = id<"ClientId">();
export const workerId = id<"WorkerId">();
export const orderId = id<"OrderId">();
export const serviceTypeId = id<"ServiceTypeId">();
export const zoneId = id<"ZoneId">();
export const kitId = id<"KitId">();
export const fileId = id<"FileId">();
export const invoiceId = id<"InvoiceId">();
export const paymentId = id<"PaymentId">();
export const creditNoteId = id<"CreditNoteId">();
export const refundId = id<"RefundId">();
export const payoutId = id<"PayoutId">();
export const transferId = id<"TransferId">();
export const bonusId = id<"BonusId">();
export const approvalId = id<"ApprovalId">();

export type AccountId = z.infer<typeof accountId>;
export type ClientId = z.infer<typeof clientId>;
export type WorkerId = z.infer<typeof workerId>;
export type OrderId = z.infer<typeof orderId>;
export type ServiceTypeId = z.infer<typeof serviceTypeId>;
export type ZoneId = z.infer<typeof zoneId>;
export type KitId = z.infer<typeof kitId>;
export type FileId = z.infer<typeof fileId>;
export type InvoiceId = z.infer<typeof invoiceId>;
export type PaymentId = z.infer<typeof paymentId>;
export type CreditNoteId = z.infer<typeof creditNoteId>;
export type RefundId = z.infer<typeof refundId>;
export type PaymentMethodId = string & z.$brand<"PaymentMethodId">;
export type PayoutId = z.infer<typeof payoutId>;
export type TransferId = z.infer<typeof transferId>;
export type BonusId = z.infer<typeof bonusId>;
export type ApprovalId = z.infer<typeof approvalId>;

/** Before it lies every identifier that was made before a moment. */
export const firstIdAt = (moment: Date): string => v7({ msecs: moment.getTime(), seq: 0, random: new Uint8Array(16) });

let source: () => string | undefined = () => undefined;

/** A new identifier of the kind the caller's type asks for. */
export const newId = <Id extends string>(): Id => (source() ?? v7()) as Id;

/** Lets a simulation name what it makes, so that the same one gives the same identifiers. Where it names nothing, all is as ever. */
export const takeIdsFrom = (names: () => string | undefined): void => {
	source = names;
};
