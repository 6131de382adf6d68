import { managers, router } from "@/server/trpc/procedures";
import { auditList } from "./contracts";
import { countAuditEntries, listAuditActions, listAuditEntries } from "./list-audit-entries";

/** To be read only: nothing here changes an entry. */
export const auditRouter = router({
	entries: managers.input(auditList.input).query(({ ctx, input }) => listAuditEntries(ctx, input)),
	entriesCount: managers.input(auditList.filtersOnly).query(({ ctx, input }) => countAuditEntries(ctx, input)),
	actions: managers.query(({ ctx }) => listAuditActions(ctx)),
});
