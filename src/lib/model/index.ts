export type { Check } from './checks/check';
export { compare, simplePayback, type BridgeStep, type Comparison, type Payback } from './compare';
export {
	applyOperations,
	type Applied,
	type Conflict,
	type EditProblem,
	type Outcome
} from './edit/apply';
export { differenceOf } from './edit/difference';
export { listOf, MOST_OPERATIONS, operation, type Json, type Operation } from './edit/operation';
export { encodeRow, entriesOf, listsOf, rowOf } from './edit/rows';
export { explainFigure, explainStep } from './explain/explain';
export { COST_PARTS, FIGURES } from './figures/figureList';
export { knownPartOf, splitFigureId, valueOf, type Figure } from './figures/figures';
export { inputOf, type InputOrigin } from './explain/inputs';
export { monthsOf } from './figures/months';
export { project, scenarioOf, type ProjectOptions, type Projection } from './project';
export { figureIfChosen } from './explain/rivals';
export { KIND_LABELS, KINDS, type Kind } from './records/kinds';
export type { Change, Edit } from './scenario/change';
export type { Fact } from './scenario/fact';
export type { Council, CouncilFile, Scenario } from './scenario/file';
export { problemLine } from './scenario/problem';
export { readCouncil, readCouncilText, writeCouncil, type ReadResult } from './scenario/read';
export { fieldAbout, getField, parseRef } from './scenario/recordField';
export { ENGINE_VERSION } from './version';
export type { Working } from './explain/working';
