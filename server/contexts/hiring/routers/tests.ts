import { anyone, managers } from "@/server/trpc/procedures";
import { assignTests } from "../commands/assign-tests";
import { defineTestSet } from "../commands/define-test-set";
import { finishSection } from "../commands/finish-section";
import { gradeAnswer } from "../commands/grade-answer";
import { publishTest, setTestActive } from "../commands/publish-test";
import { replaceLink, revokeLink } from "../commands/replace-link";
import { saveAnswers } from "../commands/save-answers";
import { saveTest } from "../commands/save-test";
import { startAttempt } from "../commands/start-attempt";
import { gradeAnswerInput, gradingInput, gradingList } from "../contracts/grading";
import { assessmentInput, attemptInput, finishSectionInput, saveAnswersInput } from "../contracts/taking";
import {
	assessmentLinkInput,
	assignTestsInput,
	candidateTestsInput,
	defineTestSetInput,
	getTestInput,
	previewTestInput,
	publishTestInput,
	saveTestInput,
	setTestActiveInput,
	testSetsList,
	testsList,
} from "../contracts/tests";
import { getAssessment } from "../queries/get-assessment";
import { getCandidateTests } from "../queries/get-candidate-tests";
import { getGrading } from "../queries/get-grading";
import { getPaper } from "../queries/get-paper";
import { getTest, previewTest } from "../queries/get-test";
import { countGrading, listGrading } from "../queries/list-grading";
import { countTestSets, listTestSetRows, listTestSets } from "../queries/list-test-sets";
import { countTests, listTestRows, listTests } from "../queries/list-tests";

/** The library, what candidates are assigned, and grading. */
const office = {
	tests: managers.query(({ ctx }) => listTests(ctx)),
	test: managers.input(getTestInput).query(({ ctx, input }) => getTest(ctx, input)),
	testPreview: managers.input(previewTestInput).query(({ ctx, input }) => previewTest(ctx, input)),
	saveTest: managers.input(saveTestInput).mutation(({ ctx, input }) => saveTest(ctx, input)),
	publishTest: managers.input(publishTestInput).mutation(({ ctx, input }) => publishTest(ctx, input)),
	setTestActive: managers.input(setTestActiveInput).mutation(({ ctx, input }) => setTestActive(ctx, input)),
	testRows: managers.input(testsList.input).query(({ ctx, input }) => listTestRows(ctx, input)),
	testsCount: managers.input(testsList.filtersOnly).query(({ ctx, input }) => countTests(ctx, input)),
	testSetRows: managers.input(testSetsList.input).query(({ ctx, input }) => listTestSetRows(ctx, input)),
	testSetsCount: managers.input(testSetsList.filtersOnly).query(({ ctx, input }) => countTestSets(ctx, input)),
	testSets: managers.query(({ ctx }) => listTestSets(ctx)),
	defineTestSet: managers.input(defineTestSetInput).mutation(({ ctx, input }) => defineTestSet(ctx, input)),
	candidateTests: managers.input(candidateTestsInput).query(({ ctx, input }) => getCandidateTests(ctx, input)),
	assignTests: managers.input(assignTestsInput).mutation(({ ctx, input }) => assignTests(ctx, input)),
	revokeLink: managers.input(assessmentLinkInput).mutation(({ ctx, input }) => revokeLink(ctx, input)),
	replaceLink: managers.input(assessmentLinkInput).mutation(({ ctx, input }) => replaceLink(ctx, input)),
	grading: managers.input(gradingList.input).query(({ ctx, input }) => listGrading(ctx, input)),
	gradingCount: managers.input(gradingList.filtersOnly).query(({ ctx, input }) => countGrading(ctx, input)),
	gradingSheet: managers.input(gradingInput).query(({ ctx, input }) => getGrading(ctx, input)),
	gradeAnswer: managers.input(gradeAnswerInput).mutation(({ ctx, input }) => gradeAnswer(ctx, input)),
};

/** A candidate has no account: whoever holds the link's token may take the tests behind it. */
const taking = {
	assessment: anyone.input(assessmentInput).query(({ ctx, input }) => getAssessment(ctx, input)),
	paper: anyone.input(attemptInput).query(({ ctx, input }) => getPaper(ctx, input)),
	startAttempt: anyone.input(attemptInput).mutation(({ ctx, input }) => startAttempt(ctx, input)),
	saveAnswers: anyone.input(saveAnswersInput).mutation(({ ctx, input }) => saveAnswers(ctx, input)),
	finishSection: anyone.input(finishSectionInput).mutation(({ ctx, input }) => finishSection(ctx, input)),
};

export const testProcedures = { ...office, ...taking };
