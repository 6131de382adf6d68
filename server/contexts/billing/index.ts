/** The public face of billing: how does this client stand, and do the books hold? */
export { recordOpeningBalance } from "./commands/record-opening-balance";
export { clientStanding } from "./queries/get-client-standing";
export { listLedgerFindings } from "./queries/list-ledger-findings";
