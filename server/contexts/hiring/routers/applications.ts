import { anyone, managers } from "@/server/trpc/procedures";
import { acceptCandidate } from "../commands/accept-candidate";
import { eraseMine, exportMine, seeMine, withdrawMine } from "../commands/act-by-link";
import { defineVacancy, editVacancy, setVacancyOpen } from "../commands/define-vacancy";
import { eraseApplication } from "../commands/erase-application";
import { exportApplication } from "../commands/export-application";
import { logContact } from "../commands/log-contact";
import { moveApplications } from "../commands/move-applications";
import { rejectCandidate } from "../commands/reject-candidate";
import { reopenApplication } from "../commands/reopen-application";
import { setReminder, settleReminder } from "../commands/set-reminder";
import { withdrawApplication } from "../commands/withdraw-application";
import {
	acceptCandidateInput,
	applicationInput,
	boardInput,
	candidatesList,
	defineVacancyInput,
	editVacancyInput,
	eraseApplicationInput,
	linkInput,
	logContactInput,
	moveApplicationsInput,
	rejectCandidateInput,
	remindInput,
	reopenApplicationInput,
	searchCandidatesInput,
	settleReminderInput,
	setVacancyOpenInput,
	vacanciesList,
	withdrawApplicationInput,
} from "../contracts/applications";
import { figuresInput } from "../contracts/figures";
import { getAttackGauge } from "../queries/get-attack-gauge";
import { getBoard } from "../queries/get-board";
import { getCandidate } from "../queries/get-candidate";
import { getFigures } from "../queries/get-figures";
import { countCandidates, listCandidates } from "../queries/list-candidates";
import { countVacancies, listVacancies, listVacancyRows } from "../queries/list-vacancies";
import { searchCandidates } from "../queries/search-candidates";

/** The funnel from the application to the decision. */
export const applicationProcedures = {
	candidates: managers.input(candidatesList.input).query(({ ctx, input }) => listCandidates(ctx, input)),
	candidatesCount: managers.input(candidatesList.filtersOnly).query(({ ctx, input }) => countCandidates(ctx, input)),
	searchCandidates: managers.input(searchCandidatesInput).query(({ ctx, input }) => searchCandidates(ctx, input)),
	figures: managers.input(figuresInput).query(({ ctx, input }) => getFigures(ctx, input)),
	attackGauge: managers.query(({ ctx }) => getAttackGauge(ctx)),
	candidatesBoard: managers.input(boardInput).query(({ ctx, input }) => getBoard(ctx, input)),
	candidate: managers.input(applicationInput).query(({ ctx, input }) => getCandidate(ctx, input)),
	vacancies: managers.query(({ ctx }) => listVacancies(ctx)),
	defineVacancy: managers.input(defineVacancyInput).mutation(({ ctx, input }) => defineVacancy(ctx, input)),
	vacancyRows: managers.input(vacanciesList.input).query(({ ctx, input }) => listVacancyRows(ctx, input)),
	vacanciesCount: managers.input(vacanciesList.filtersOnly).query(({ ctx, input }) => countVacancies(ctx, input)),
	editVacancy: managers.input(editVacancyInput).mutation(({ ctx, input }) => editVacancy(ctx, input)),
	setVacancyOpen: managers.input(setVacancyOpenInput).mutation(({ ctx, input }) => setVacancyOpen(ctx, input)),
	logContact: managers.input(logContactInput).mutation(({ ctx, input }) => logContact(ctx, input)),
	setReminder: managers.input(remindInput).mutation(({ ctx, input }) => setReminder(ctx, input)),
	settleReminder: managers.input(settleReminderInput).mutation(({ ctx, input }) => settleReminder(ctx, input)),
	acceptCandidate: managers.input(acceptCandidateInput).mutation(({ ctx, input }) => acceptCandidate(ctx, input)),
	rejectCandidate: managers.input(rejectCandidateInput).mutation(({ ctx, input }) => rejectCandidate(ctx, input)),
	moveApplications: managers.input(moveApplicationsInput).mutation(({ ctx, input }) => moveApplications(ctx, input)),
	withdrawApplication: managers
		.input(withdrawApplicationInput)
		.mutation(({ ctx, input }) => withdrawApplication(ctx, input)),
	exportApplication: managers.input(applicationInput).mutation(({ ctx, input }) => exportApplication(ctx, input)),
	eraseApplication: managers.input(eraseApplicationInput).mutation(({ ctx, input }) => eraseApplication(ctx, input)),
	/** For whoever holds the link of the mails: its signature is the proof. */
	myApplication: anyone.input(linkInput).query(({ ctx, input }) => seeMine(ctx, input)),
	myData: anyone.input(linkInput).query(({ ctx, input }) => exportMine(ctx, input)),
	withdrawMine: anyone.input(linkInput).mutation(({ ctx, input }) => withdrawMine(ctx, input)),
	eraseMine: anyone.input(linkInput).mutation(({ ctx, input }) => eraseMine(ctx, input)),
	reopenApplication: managers.input(reopenApplicationInput).mutation(({ ctx, input }) => reopenApplication(ctx, input)),
};
