/** The public face of billing: how does this client stand, and do the books hold? */
export { clientStanding, mayOrder } from "./queries/get-client-standing";
export { listLedgerFindings } from "./queries/list-ledger-findings";
