export { appraise, type Appraisal, type Refusal } from './appraisal/appraise';
export { explainAppraisal } from './appraisal/explainAppraisal';
export {
	APPRAISAL_HEADLINES,
	APPRAISAL_ROWS,
	PERSPECTIVE_LABELS,
	PERSPECTIVES,
	type Perspective,
	type RowId
} from './appraisal/figureList';
export {
	BENEFIT_ROWS,
	costsIn,
	partsOfRow,
	type Answer,
	type Headline
} from './appraisal/headlines';
export type { Payback } from './appraisal/payback';
export { parseYear, yearLabel } from './calendar/calendar';
export {
	calendarYearOf,
	dayOf,
	dayText,
	nextEndOfMarch,
	parseDay,
	financialYearOf,
	type DayNumber
} from './calendar/days';
export { textOfWords, type Words } from './calendar/words';
export { backtestCare, lastKnownDay, type Backtest } from './care/backtest/backtest';
export type { BacktestScore } from './care/backtest/score';
export { forecastDaily, quarterOf } from './care/daily/forecast';
export { COST_LINES, PLACEHOLDER_WEEKLY_COSTS, type CostLine } from './care/daily/costLines';
export {
	dailyEstimateOf,
	dailyForecastOf,
	type DailyDates,
	type DailyForecast,
	type DailyParameters
} from './care/daily/daily';
export { historyByLine, historyOf, type DailyEstimate, type Window } from './care/daily/estimate';
export { spellsOf } from './care/daily/spells';
export { NOT_IN_CARE } from './care/daily/states';
export type { ChildPopulation, ModelChoice } from './care/estimate/careModel';
export { populationLacks } from './care/estimate/populationLacks';
export { bandOf } from './care/estimate/bands';
export { careFlowsFrom, type CareFlowRow, type StockState } from './care/estimate/careFlows';
export { countReturn, stockOf } from './care/estimate/counts';
export {
	forecastCare,
	type CareForecast,
	type CareForecastRequest,
	type CareSeries
} from './care/estimate/forecast';
export { withPublished } from './care/published/baseline';
export {
	publishedCouncils,
	publishedValue,
	type Neighbours,
	type PublishedCouncil,
	type PublishedMeasure,
	type PublishedRow
} from './care/published/figures';
export { childrenAfter, flowsMeeting, publishedFlows } from './care/published/flows';
export { forecastPublished, type PublishedForecasts } from './care/published/forecast';
export { findCouncil } from './care/published/naming';
export { scorePublished } from './care/published/score';
export { careRates, type CareRates } from './care/estimate/rates';
export {
	careWindowOf,
	countsOfWindow,
	daysOfWindow,
	dailyOfWindow,
	filtersOf
} from './care/window/careWindow';
export { RETURN_TYPE_IDS, RETURN_TYPES, type ReturnType } from './care/estimate/types';
export {
	factorText,
	pricedForecast,
	type Outturn,
	type PricedForecast
} from './care/pricing/calibration';
export type { CareCosts } from './care/pricing/costs';
export { countedYear } from './care/pricing/countedYear';
export { leaversAt } from './care/estimate/careLeavers';
export { expectedDemand } from './care/pricing/demand';
export { periodOf, sumByPeriod, type Period } from './care/pricing/periods';
export type { LeaverPrices, TypePrices } from './care/pricing/prices';
export { costSpreads, type CostSpread } from './care/pricing/spread';
export { windowScores } from './care/window/scores';
export { CARE_BANDS } from './records/careFlow';
export type { PlacementType } from './records/placementType';
export { carePriceKeys, type CarePriceKeys } from './records/carePriceKeys';
export { WINDOW_CHILDREN, type CareWindow } from './records/careWindow';
export { cleanReturn, type CleanReturn } from './care/return/clean';
export { filtered, type ReturnFilters } from './care/return/filters';
export { CLEANING_RULES, type CleaningRule } from './care/return/rules';
export { placementListOf, PROVIDER_CODES, PROVIDERS, START_REASONS } from './care/return/codes';
export type { EpisodeRow, HeaderRow, ReturnRows, UascRow } from './care/return/rows';
export type { Check } from './checks/check';
export {
	compare,
	differencesBetween,
	sideBySide,
	simplePayback,
	simplePaybackOf,
	type BridgeStep,
	type Comparison,
	type FigureDifference,
	type SideBySide
} from './compare';
export {
	HIDDEN,
	suppress,
	type CountLink,
	type CountPlace,
	type CountsToShow,
	type PublicCount,
	type PublicCounts,
	type ToldElsewhere
} from './disclosure/suppress';
export { isSmall } from './disclosure/hiding';
export { spreadHidden } from './disclosure/spreadHidden';
export { allocate } from './money/money';
export { applyOperations } from './edit/apply';
export type { Applied, Conflict, EditProblem, Outcome } from './edit/outcome';
export { agreeingSteps } from './edit/agreeing';
export {
	cellUnder,
	fieldAccepts,
	stepsAdjusting,
	stepsFor,
	textOf,
	type CellValue,
	type Target
} from './edit/cells';
export { choosingSteps } from './edit/choosing';
export { columnsOf, flatFieldsOf, kindNamedBy, type Column } from './edit/columns';
export { effectSteps, type EffectRefusal } from './edit/effectSteps';
export { spreadSteps, typedInput } from './edit/spreadSteps';
export { EFFECT_LIBRARY } from './earlyHelp/library';
export { OUTCOMES } from './earlyHelp/outcomes';
export { entryRemoval, entrySteps } from './edit/listSteps';
export {
	entriesIn,
	entryAccepts,
	entryCell,
	isListEditable,
	listNamesOf,
	listsOfRecord,
	storedUnder,
	type Entry,
	type EntryList
} from './edit/lists';
export { assumptionRemoval, assumptionsOf, assumptionSteps } from './edit/packSteps';
export { differenceOf } from './edit/difference';
export { takenApart } from './edit/merging';
export { rebaseOf, rebaseSteps, type RebaseRow } from './edit/rebase';
export { copyOf, newChange, newScenario, removalOf } from './edit/scenarios';
export { changeFrom, TEMPLATES } from './edit/templates';
export type { AnswerProblem, Question, Template } from './edit/template';
export { completenessOf, freshId, numbersKnown, RESERVED_IDS } from './edit/newRecord';
export { addingSteps, isOutcome, removalSteps } from './edit/recordSteps';
export { entryKey, isObject, valueAt } from './edit/jsonPath';
export { listOf, MOST_OPERATIONS, operation, type Json, type Operation } from './edit/operation';
export { encodeRow, entriesOf, listsOf, rowOf } from './edit/rows';
export { explainFigure, explainStep } from './explain/explain';
export { COST_PARTS, FIGURES } from './figures/figureList';
export { knownPartOf, splitFigureId, valueOf, type Figure } from './figures/figure';
export { inputOf, type InputOrigin } from './explain/inputs';
export { monthsOf } from './figures/months';
export { project, scenarioOf, type ProjectOptions, type Projection } from './project';
export { projectionIfLower } from './explain/lowered';
export { figureIfChosen, projectionIfChosen } from './explain/rivals';
export { usersOf } from './explain/users';
export {
	type AnyRecord,
	KIND_LABELS,
	kindNamed,
	KINDS,
	TABLE_KINDS,
	type Kind
} from './records/kinds';
export { agreedNow, areOnOne, isAlike, isOnNewest, standsOn } from './scenario/agreed';
export { alongside, standingUnder } from './scenario/baselines';
export { adjusted, isAdjustment, type AdjustmentAmount } from './scenario/adjust';
export { edit as editSchema, type Adjustment, type Change, type Edit } from './scenario/change';
export type { Fact } from './scenario/fact';
export type { AgreedBaseline, Council, CouncilFile, Scenario } from './scenario/file';
export { plainWords, problemLine, problemsOf, type Problem } from './scenario/problem';
export { readCouncil, readCouncilText, writeCouncil, type ReadResult } from './scenario/read';
export { fieldAbout, getField, parseRef } from './scenario/recordField';
export { refOf } from './scenario/versions';
export {
	asksForYear,
	isMeasured,
	switchGoal,
	targetGoal,
	type FigureQuestion
} from './solving/goal';
export { inputAt, solvableInputs } from './solving/inputRange';
export { solveFor, switchingValues, type Solution } from './solving/solve';
export {
	resultOf,
	simulate,
	type SimulatedFigure,
	type SimulatedInput,
	type SimulationResult
} from './uncertainty/simulate';
export type { ChanceByYear } from './uncertainty/chances';
export type { DistributionName } from './uncertainty/distribution';
export { influencesOn, type Influence } from './uncertainty/influence';
export { outcomeDraws, type SureOutcome } from './uncertainty/outcome';
export { pairedDifferences, type PairedFigure } from './uncertainty/paired';
export {
	tornadoBars,
	twoWayRows,
	widestFirst,
	type TornadoBar,
	type TwoWayTable
} from './uncertainty/sensitivity';
export { MOST_DRAWS, startSimulation, type Simulation } from './uncertainty/simulation';
export type { Summary } from './uncertainty/summary';
export { ENGINE_VERSION } from './version';
export { councilWritten } from './scenario/written';
export type { Working } from './explain/working';
