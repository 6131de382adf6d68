import type { Ctx } from "../context";
import { exportList } from "../export";
import { auditList } from "./contracts";
import { listAuditEntries } from "./list-audit-entries";

export const exportAudit = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: auditList.name,
		asked: auditList.fromAddress(address),
		read: (asked) => listAuditEntries(ctx, asked),
		columns: {
			at: ({ at }) => at,
			recorded_at: ({ recordedAt }) => recordedAt,
			actor_kind: ({ actor }) => actor.kind,
			actor_id: ({ actor }) => actor.id,
			actor: ({ actor }) => actor.name,
			action: ({ action }) => action,
			subject: ({ subject }) => subject,
			reason: ({ reason }) => reason,
			before: ({ before }) => (before === null ? null : JSON.stringify(before)),
			after: ({ after }) => (after === null ? null : JSON.stringify(after)),
			address: ({ address }) => address,
			request_id: ({ requestId }) => requestId,
		},
	});
