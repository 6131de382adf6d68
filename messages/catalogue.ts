import enAcceptanceForm from "./en/acceptance-form.json";
import enApply from "./en/apply.json";
import enAssessment from "./en/assessment.json";
import enAvailability from "./en/availability.json";
import enBilling from "./en/billing.json";
import enCandidates from "./en/candidates.json";
import enCommon from "./en/common.json";
import enDemo from "./en/demo.json";
import enEmails from "./en/emails.json";
import enFailure from "./en/failure.json";
import enGallery from "./en/gallery.json";
import enHiringFigures from "./en/hiring-figures.json";
import enJobs from "./en/jobs.json";
import enKiosk from "./en/kiosk.json";
import enLanding from "./en/landing.json";
import enLedger from "./en/ledger.json";
import enLegal from "./en/legal.json";
import enLibrary from "./en/library.json";
import enLists from "./en/lists.json";
import enMatching from "./en/matching.json";
import enMoney from "./en/money.json";
import enOffice from "./en/office.json";
import enOfficeInvoices from "./en/office-invoices.json";
import enOfficeLists from "./en/office-lists.json";
import enOrders from "./en/orders.json";
import enOverview from "./en/overview.json";
import enPalette from "./en/palette.json";
import enPayments from "./en/payments.json";
import enPayouts from "./en/payouts.json";
import enPolicies from "./en/policies.json";
import enProfile from "./en/profile.json";
import enRefunds from "./en/refunds.json";
import enRefusals from "./en/refusals.json";
import enRulings from "./en/rulings.json";
import enScreening from "./en/screening.json";
import enServiceTypes from "./en/service-types.json";
import enSite from "./en/site.json";
import enStatus from "./en/status.json";
import enSystem from "./en/system.json";
import enTests from "./en/tests.json";
import enVacancies from "./en/vacancies.json";
import enWelcome from "./en/welcome.json";
import enWorkers from "./en/workers.json";
import ruAcceptanceForm from "./ru/acceptance-form.json";
import ruApply from "./ru/apply.json";
import ruAssessment from "./ru/assessment.json";
import ruAvailability from "./ru/availability.json";
import ruBilling from "./ru/billing.json";
import ruCandidates from "./ru/candidates.json";
import ruCommon from "./ru/common.json";
import ruDemo from "./ru/demo.json";
import ruEmails from "./ru/emails.json";
import ruFailure from "./ru/failure.json";
import ruGallery from "./ru/gallery.json";
import ruHiringFigures from "./ru/hiring-figures.json";
import ruJobs from "./ru/jobs.json";
import ruKiosk from "./ru/kiosk.json";
import ruLanding from "./ru/landing.json";
import ruLedger from "./ru/ledger.json";
import ruLegal from "./ru/legal.json";
import ruLibrary from "./ru/library.json";
import ruLists from "./ru/lists.json";
import ruMatching from "./ru/matching.json";
import ruMoney from "./ru/money.json";
import ruOffice from "./ru/office.json";
import ruOfficeInvoices from "./ru/office-invoices.json";
import ruOfficeLists from "./ru/office-lists.json";
import ruOrders from "./ru/orders.json";
import ruOverview from "./ru/overview.json";
import ruPalette from "./ru/palette.json";
import ruPayments from "./ru/payments.json";
import ruPayouts from "./ru/payouts.json";
import ruPolicies from "./ru/policies.json";
import ruProfile from "./ru/profile.json";
import ruRefunds from "./ru/refunds.json";
import ruRefusals from "./ru/refusals.json";
import ruRulings from "./ru/rulings.json";
import ruScreening from "./ru/screening.json";
import ruServiceTypes from "./ru/service-types.json";
import ruSite from "./ru/site.json";
import ruStatus from "./ru/status.json";
import ruSystem from "./ru/system.json";
import ruTests from "./ru/tests.json";
import ruVacancies from "./ru/vacancies.json";
import ruWelcome from "./ru/welcome.json";
import ruWorkers from "./ru/workers.json";

/**
 * All texts: one file is one namespace. A new area adds its file in each language and its line in each list below.
 * Pages reach them through next-intl, mails and PDFs through `createTranslator`.
 */
const en = {
	acceptanceForm: enAcceptanceForm,
	availability: enAvailability,
	apply: enApply,
	assessment: enAssessment,
	billing: enBilling,
	candidates: enCandidates,
	common: enCommon,
	failure: enFailure,
	gallery: enGallery,
	demo: enDemo,
	emails: enEmails,
	hiringFigures: enHiringFigures,
	jobs: enJobs,
	kiosk: enKiosk,
	landing: enLanding,
	ledger: enLedger,
	library: enLibrary,
	lists: enLists,
	legal: enLegal,
	matching: enMatching,
	money: enMoney,
	office: enOffice,
	officeInvoices: enOfficeInvoices,
	officeLists: enOfficeLists,
	orders: enOrders,
	overview: enOverview,
	palette: enPalette,
	payments: enPayments,
	policies: enPolicies,
	payouts: enPayouts,
	profile: enProfile,
	refunds: enRefunds,
	refusals: enRefusals,
	rulings: enRulings,
	screening: enScreening,
	serviceTypes: enServiceTypes,
	site: enSite,
	status: enStatus,
	system: enSystem,
	tests: enTests,
	vacancies: enVacancies,
	welcome: enWelcome,
	workers: enWorkers,
};

const ru = {
	acceptanceForm: ruAcceptanceForm,
	availability: ruAvailability,
	apply: ruApply,
	assessment: ruAssessment,
	billing: ruBilling,
	candidates: ruCandidates,
	common: ruCommon,
	failure: ruFailure,
	gallery: ruGallery,
	demo: ruDemo,
	emails: ruEmails,
	hiringFigures: ruHiringFigures,
	jobs: ruJobs,
	kiosk: ruKiosk,
	landing: ruLanding,
	ledger: ruLedger,
	library: ruLibrary,
	lists: ruLists,
	legal: ruLegal,
	matching: ruMatching,
	money: ruMoney,
	office: ruOffice,
	officeInvoices: ruOfficeInvoices,
	officeLists: ruOfficeLists,
	orders: ruOrders,
	overview: ruOverview,
	palette: ruPalette,
	payments: ruPayments,
	policies: ruPolicies,
	payouts: ruPayouts,
	profile: ruProfile,
	refunds: ruRefunds,
	refusals: ruRefusals,
	rulings: ruRulings,
	screening: ruScreening,
	serviceTypes: ruServiceTypes,
	site: ruSite,
	status: ruStatus,
	system: ruSystem,
	tests: ruTests,
	vacancies: ruVacancies,
	welcome: ruWelcome,
	workers: ruWorkers,
};

export type Messages = typeof en;

export const messages = { en, ru };

type Paths<Tree> = {
	[Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

type Unpaired = Exclude<Paths<typeof en>, Paths<typeof ru>> | Exclude<Paths<typeof ru>, Paths<typeof en>>;

/** Names, in the compiler's error, each key that one language has and the other has not. */
type EveryKeyIsPaired = [Unpaired] extends [never] ? true : Unpaired;
true satisfies EveryKeyIsPaired;
