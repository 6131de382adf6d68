import { z } from "zod";

export { firstIdAt, newId, takeIdsFrom } from "./new-id";

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
export const vacancyId = id<"VacancyId">();
export const applicationId = id<"ApplicationId">();
export const testId = id<"TestId">();
export const testSetId = id<"TestSetId">();
export const assessmentId = id<"AssessmentId">();
export const attemptId = id<"AttemptId">();
export const experimentId = id<"ExperimentId">();

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
export type VacancyId = z.infer<typeof vacancyId>;
export type ApplicationId = z.infer<typeof applicationId>;
export type TestId = z.infer<typeof testId>;
export type TestSetId = z.infer<typeof testSetId>;
export type AssessmentId = z.infer<typeof assessmentId>;
export type AttemptId = z.infer<typeof attemptId>;
export type ExperimentId = z.infer<typeof experimentId>;
