/** The problems in English: the same facts, for readers who switch the language. Names from forms stay Vietnamese. */
import { titleWord } from "./words-vi";
import type { ProblemFacts, ProblemPlace, Severity } from "#domain/problem";
import type { Sentences } from "./problems-vi";

const row = ({ indicator, name }: { readonly indicator: string; readonly name: string }): string => `Row ${indicator} “${name}”`;
const cell = (at: ProblemPlace): string => (at.cell ? ` (cell ${at.cell})` : "");
const cells = (list: string): string => (list === "" ? "" : ` (cells ${list})`);
const megabytes = (bytes: number): string => `${(bytes / 1048576).toFixed(1)} MB`;

interface Clause { readonly section: string; readonly quote: string; readonly reading: boolean }
const clause = ({ section, quote, reading }: Clause): string => {
  const words = [section && `section ${section}`, quote && `“${quote}”`].filter(Boolean).join(": ");
  return words === "" ? "" : ` Basis: ${words}${reading ? " (this level is a reading of the clause)" : ""}.`;
};

const comparators: Readonly<Record<string, string>> = {
  ">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "=": "exactly", reduceBy: "a decrease of at least", increaseBy: "an increase of at least",
};
const demand = ({ comparator, target }: { readonly comparator: string; readonly target: string }): string =>
  `${comparators[comparator] ?? comparator} ${target}${comparator === "reduceBy" || comparator === "increaseBy" ? " points" : ""}`;
/** Đạt and chưa đạt come as true and false. */
const shown = (value: string): string => (value === "true" ? "achieved" : value === "false" ? "not achieved" : value);

export const severityNamesEn: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

function beyondLimit(what: ProblemFacts["file-beyond-limit"]["what"], limit: number): string {
  switch (what) {
    case "cells": return `The file has more than ${limit} filled cells`;
    case "rows": return `The file has a cell beyond row ${limit}, more than a sheet has`;
    case "columns": return `The file has a cell beyond column ${limit}, more than a sheet has`;
    case "text": return `The file has a cell of more than ${limit} letters`;
    case "formula": return `The file has a formula of more than ${limit} letters`;
    case "repeats": return `The file repeats one cell or row more than ${limit} times`;
    case "entries": return `The archive holds more than ${limit} files`;
  }
}

const unsafeParts: Readonly<Record<ProblemFacts["file-unsafe"]["what"], string>> = {
  documentType: "The file declares a document type or entities of its own",
  overlap: "The parts of the file overlap",
  partTwice: "The file has two parts of one name",
};

export const sentencesEn = {
  "file-unreadable": () => `This file cannot be read. Open it in Excel, save it as .xlsx and send it again.`,
  "file-empty": () => "The file is empty. Ask the unit to send the filled form again.",
  "file-encrypted": () => "The file is protected by a password and cannot be read. Ask the unit to remove the password and send it again.",
  "file-corrupt": () => `The file is damaged or was not fully downloaded. Download it again or ask the unit for it.`,
  "file-took-too-long": ({ seconds }) => `Reading took more than ${seconds} seconds and was stopped. Copy the form's sheets into a fresh form and submit that.`,
  "file-too-large": ({ size, limit }) => `The file is too large: ${megabytes(size)}, limit ${megabytes(limit)}. Remove pictures and spare sheets, save and send again.`,
  "file-beyond-limit": ({ what, limit }) => `${beyondLimit(what, limit)}, so reading stopped. Ask the unit to fill in a fresh form and send that.`,
  "file-unsafe": ({ what }) => `${unsafeParts[what]}, as no spreadsheet program writes it, so it was not read. Ask the unit to fill in a fresh form and send that.`,
  "file-not-a-workbook": ({ kind }) => `This file${kind === "?" ? "" : ` (${kind})`} is not a spreadsheet. Ask the unit for the Excel form.`,
  "file-is-picture": ({ kind }) => `This is a picture (${kind}); no figures can be read from it. Ask for the Excel file, or enter the figures for the unit.`,
  "file-is-pdf": () => "This is a PDF; no figures can be read from it. Ask for the Excel file, or enter the figures for the unit.",
  "file-is-word": () => "This is a Word document; no figures can be read from it. Ask for the Excel form, or enter the figures for the unit.",
  "file-is-rar": () => "A .rar archive cannot be opened here. Extract it and choose the folder, or pack it as .zip.",
  "file-is-lock": () => "The mark Excel leaves beside a form that is open, not a submission. What is not saved is not read yet: if somebody is still typing, wait and take the form in again.",
  "file-is-html": () => "The file is named like Excel but holds a web page. Open it in Excel, save it as .xlsx and send it again.",
  "archive-unreadable": () => `The archive cannot be opened. Ask for it again, or for the files one by one.`,
  "archive-too-deep": () => "The file lies inside too many nested archives. Extract it and choose the folder.",
  "has-macros": () => "The file has macros. Its figures are read; the macros are not run.",
  "has-external-links": () => "The file has formulas that take numbers from other files. The stored numbers are read; check them with the unit.",
  "has-objects": () => "The file has embedded objects (OLE, ActiveX). Its figures were read, the objects were not opened.",

  "not-a-form": () => "This file is not an issued form: neither its mark nor the code column was found. Ask the unit to fill in the issued form.",
  "other-plan": ({ found, expected }) => `This form belongs to another plan (${found}), not to the one being collected (${expected}). Move it to that plan's book.`,
  "other-stage": ({ found, expected }) => `This is a ${found} form; ${expected} forms are being taken in. Ask for the right form, or change the stage.`,
  "older-version": ({ found, current }) => `The unit used version ${found} of the form; ${current} is current. Its codes mean the same, so the figures are taken.`,
  "unknown-version": ({ found, current }) => `The form says version ${found}; this program knows versions up to ${current}. Update the program, or ask for version ${current}.`,
  "hidden-sheet-lost": () => "The form lost its hidden sheet, usually by saving in another program. The printed identity line was used; nothing to do.",
  "sheet-missing": ({ sheet }) => `The form lacks the sheet “${sheet}”. Ask the unit for the complete form.`,
  "row-missing": (facts) => `${row(facts)} is gone from the form. Ask the unit to restore it; a missing figure is not zero.`,
  "row-duplicated": (facts) => `${row(facts)} stands several times${cells(facts.cells)}; which one counts is unknown. Keep one.`,
  "rows-of-nobody": ({ codes }) => `The form has rows with codes unknown to the plan: ${codes}. They add to nothing; check for mistyped codes.`,
  "column-missing": ({ column }) => `The column “${column}” was not found, so none of its figures could be read. Restore its heading.`,
  "several-units": ({ units }) => `One file carries figures of several units (${units}). Ask for one file for each unit.`,
  "form-empty": ({ rows }) => `The form is not filled in: all ${rows} rows are blank. An empty form does not count as submitted.`,

  "unit-not-chosen": (_, at) => `No unit was chosen${cell(at)}. Ask the unit to pick its name, or say whose report this is.`,
  "unit-unknown": ({ found, nearest }, at) => `“${found}” is not in the roster${cell(at)}.${nearest === "" ? " Check code and name, or add the unit to the roster." : ` Is it ${nearest}?`}`,
  "unit-name-differs": ({ code, rosterName, foundName }, at) => `Code and name disagree: ${code} is ${rosterName}, but the name says “${foundName}”${cell(at)}. Perhaps a wrong copy was used; say whose report this is.`,
  "unit-found-by-name": ({ code, name }) => `The form has no unit code; by its name it is ${name} (code ${code}). Check it if names repeat.`,
  "unit-not-expected": ({ code, name }) => `${name} (code ${code}) does not owe this form. Its figures are not added; change the roster or the plan if it does.`,
  "unit-closed": ({ code, closedOn }) => `Unit ${code} has been closed since ${closedOn}. Check which unit this report belongs to after the merger.`,

  "cell-blank": (facts, at) => `Blank, so not counted: “${facts.label}” of ${row(facts).replace("Row", "row")}${cell(at)}. ${facts.label === "answer" ? "Choose “Đạt”, “Chưa đạt” or “Không có đối tượng”." : facts.label === "text" ? "Write a few words; “Không có” if there is nothing to report." : "Type 0 if there is nobody, or choose “Không có đối tượng”. Blank is not zero."}`,
  "cell-not-a-number": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”, which is no number. Type it in digits; it has not been added.`,
  "cell-ambiguous": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”: ${facts.readings}? Type it clearly; until then it is added to nothing.`,
  "cell-doubtful-reading": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}” and was read as ${facts.read}. Correct the cell if that is wrong.`,
  "cell-negative": (facts, at) => `${row(facts)}${cell(at)} has the negative number “${facts.found}”. Check and correct it.`,
  "cell-fraction": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”, but this cell counts and must be a whole number. If it is a percentage, type numerator and base.`,
  "cell-too-large": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”, too large to be true. Check for extra digits.`,
  "cell-error": (facts, at) => `${row(facts)}${cell(at)} shows the spreadsheet error ${facts.found}. Type the number itself.`,
  "cell-no-cached-value": (facts, at) => `${row(facts)}${cell(at)} is a formula saved without its result. Open and save it in Excel, or type the number.`,
  "cell-over-hundred": (facts, at) => `${row(facts)}${cell(at)} says ${facts.found}, above 100 %. Check the percentage.`,
  "cell-not-yes-no": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”: achieved or not? Choose “Đạt”, “Chưa đạt” or “Không có đối tượng”.`,
  "cell-not-a-date": (facts, at) => `${row(facts)}${cell(at)} says “${facts.found}”: which day? Type day/month/year.`,
  "cell-too-long": (facts, at) => `${row(facts)}${cell(at)} has ${facts.length} characters, limit ${facts.limit}. Shorten it; print may cut it.`,
  "cell-old-font": (facts, at) => `${row(facts)}${cell(at)} was typed in the old font ${facts.font}: “${facts.found}”. Ask the unit to retype it in Unicode.`,
  "cell-does-not-apply": (facts, at) => `${row(facts)} does not ask this unit, but holds “${facts.found}”${cell(at)}. It is not added; check for a wrong row.`,
  "formula-altered": (facts, at) => `${row(facts)}${cell(at)}: the form's formula was replaced by “${facts.found}”. The result is computed from numerator and base; this cell is not used.`,

  "numerator-above-denominator": (facts) => `Numerator above its base. ${row(facts)}: ${facts.numerator} of ${facts.denominator}${cells(facts.cells)}, over by ${facts.over}. Check whether the two were swapped.`,
  "ratio-without-base": (facts, at) => `${row(facts)}${cell(at)} gives only the percentage “${facts.found}”. It is kept but cannot be added; type numerator and base.`,
  "denominator-differs-from-headcount": (facts) => `${row(facts)}: base ${facts.denominator}, but the head count “${facts.headcountName}” says ${facts.headcount}. Correct the wrong one.`,
  "part-above-whole": ({ part, whole, partValue, wholeValue, sentence }) => `${sentence} ${part}: ${shown(partValue)}; ${whole}: ${shown(wholeValue)}. Check both rows.`,
  "cause-missing": (facts) => `${row(facts)} missed its target (${facts.actual}, target ${facts.target}) and states no cause. Ask the unit for it.`,

  "registered-below-plan": (facts) => `${row(facts)}: registered ${facts.actual}, below the plan's ${demand(facts)}. Ask the unit.${clause(facts)}`,
  "target-missed": (facts) => `${row(facts)}: ${facts.actual}, target ${demand(facts)}: not met.${facts.cause === "" ? "" : ` Cause given: “${facts.cause}”.`}${clause(facts)}`,
  "registered-not-reached": (facts) => `${row(facts)}: result ${facts.actual}, below the ${facts.registered} the unit registered.`,
  "total-registered-below-plan": (facts) => `${row(facts)}: ${facts.actual} registered in all, target ${demand(facts)}, short by ${facts.shortBy}.${clause(facts)}`,
  "change-at-floor": (facts) => `${row(facts)}: it started at ${facts.start} % and cannot fall by ${facts.target} points. Listed apart as already at the lowest, not as missed.`,

  "roster-edit-not-taken": ({ unit, reason }, at) => `The edited roster cannot be used yet${unit === "" ? "" : `, at “${unit}”`}${cell(at)}: ${reason} The register goes on with the former roster until this is mended.`,
  "list-row-incomplete": ({ list, row: line, missing }) => `${list}, row ${line}: ${missing} missing. Ask the unit to complete it.`,
  "list-duplicate-person": ({ list, name, rows }) => `${list}: “${name}” stands several times (rows ${rows}). One achievement is nominated once (Law on Emulation, article 5); check whether it is the same person.`,
  "award-same-person": ({ name, birth, count, units, awards }) => `“${name}”${birth === "" ? "" : ` (born ${birth})`} stands in the lists of ${count} units: ${units}${awards === "" ? "" : `; the same: ${awards}`}. Find out who nominates; one achievement is awarded once (Law on Emulation, article 5).`,
  "award-same-name": ({ name, count, units }) => `“${name}” stands in the lists of ${count} units (${units}), and a day of birth is missing: one person or several is not known. Add the day of birth to tell.`,
  "award-two-groups": ({ name, groups }) => `“${name}” stands under several groups of staff: ${groups}. Ask the unit which is right.`,
  "award-several-forms": ({ name, awards }) => `“${name}” is nominated for several awards for one sort of achievement: ${awards}. One achievement has one award (Law on Emulation, article 5); choose one.`,
  "award-share": ({ title, article, count, members, percent, least }) => `Nominated ${titleWord(title)}: ${count} of ${members} people = ${percent} % have LĐTT or more, the standard is at least ${least} % (Law on Emulation, article ${article}). Ask the unit.`,
  "award-no-cstdcs": ({ title, article }) => `Nominated ${titleWord(title)}, but none of the unit's people is nominated CSTĐCS, as the standard asks (Law on Emulation, article ${article}). Ask the unit.`,
  "award-initiative": ({ name, title, article }) => `“${name}”, ${titleWord(title)}: no recognised initiative is given. It needs one, or the mark “excellent” (Law on Emulation, article ${article}); ask the unit.`,
  "award-succession": ({ name, title, article, times, of }) => `“${name}”, ${titleWord(title)}: ${times} years of ${titleWord(of)} in succession are not given (Law on Emulation, article ${article}). Ask the unit for the earlier decisions.`,
  "award-quota": ({ count, base, percent, most }) => `${count} CSTĐCS of ${base} LĐTT = ${percent} %, above the ${most} % that the office has set. Ask the unit.`,
  "registration-column-missing": (facts) => `${row(facts)}: “${facts.column}” is not filled in. The plan asks for it at registration.`,

  "submissions-differ": ({ unit, files, figures }) => `Several files of ${unit} differ: ${files}. Different: ${figures}. Choose one; until then the differing figures are not added.`,
  "copy-of-other-unit": ({ code, other }) => `The file says ${code}, but its content equals that of ${other}. A wrong copy may have been filled in; ask before taking it.`,
  "decision-unknown-content": ({ unit, content }) => `The decision recorded for ${unit} names content ${content}, which no file carries. Check the decision or supply the file again.`,
  "received-date-unknown": () => "Nobody has said when this file arrived. Until somebody does, the unit is not called late.",
  "office-total-differs": (facts) => `The office's total differs from its schools' files. ${row(facts)}: office ${facts.officeTotal}, schools ${facts.schoolsTotal}${facts.without === "" ? "" : `; no file from ${facts.missing} of them: ${facts.without}`}. Choose which counts; both are kept.`,
  "after-freeze": ({ snapshot }) => `The file arrived after the figures were frozen (“${snapshot}”). They do not change unless reopened with a reason.`,

  "book-formula-overwritten": ({ found }, at) => `A report formula was overwritten with “${found}”${cell(at)}. It has been restored; correct figures in the correction column of the data sheet.`,
  "book-file-lost": ({ name }) => `${name === "" ? "One submission" : `The submission “${name}”`} kept in the book is damaged and no longer counted. Take the unit's file in again.`,
  "book-sheet-damaged": ({ sheet }) => `The book's sheet “${sheet}” cannot be read. Open an earlier copy, or supply the units' files again.`,
  "book-too-large": ({ rows, limit }) => `The book would need ${rows} rows of data, limit ${limit}. Make one book for each office.`,
  "correction-without-reason": (facts) => `${row(facts)}: a correction without a reason is not used. Write the reason beside it.`,
  "correction-not-a-number": (facts, at) => `${row(facts)}: the correction “${facts.found}”${cell(at)} cannot be read. Type digits, for instance 41 or 41/45.`,
} satisfies Sentences;
