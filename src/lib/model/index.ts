export { parseYear, yearLabel } from './calendar/calendar';
export type { Check } from './checks/check';
export {
	compare,
	simplePayback,
	type BridgeStep,
	type Comparison,
	type FigureDifference,
	type Payback
} from './compare';
export { explainFigure, explainStep } from './explain';
export { COST_PARTS, FIGURES, type FigureAbout } from './figureList';
export { knownPartOf, splitFigureId, valueOf, type Figure } from './figures';
export { inputOf, type InputOrigin } from './inputs';
export { monthsOf } from './months';
export { project, scenarioOf, type ProjectOptions, type Projection } from './project';
export { figureIfChosen } from './rivals';
export { KIND_LABELS, KINDS, type Kind } from './records/kinds';
export type { Change, Edit } from './scenario/change';
export type { Fact } from './scenario/fact';
export type { Council, CouncilFile, Scenario } from './scenario/file';
export { problemLine, type Problem } from './scenario/problem';
export { readCouncil, readCouncilText, writeCouncil, type ReadResult } from './scenario/read';
export { fieldAbout, getField, parseFieldRef, parseRef } from './scenario/recordField';
export { ENGINE_VERSION } from './version';
export type { BridgeParts } from './savings/bridge';
export type { Working } from './working';
