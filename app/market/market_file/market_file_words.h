// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArrayView>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

// The names in market files, and what messages about them are made of.

/// "line 7", counted from 1: LF, CR and CRLF end a line each.
[[nodiscard]] LocalizedText lineOf(QByteArrayView text, qsizetype offset);

/// A text of a file in quotes: its first 100 characters, with a question mark for each that is not printable.
[[nodiscard]] QString quoted(const QString &text);

/// All digits that a double needs to be told from others, without an exponent: "0.05".
[[nodiscard]] QString numberText(double number);

/// "a, b and c".
[[nodiscard]] LocalizedText listed(const QStringList &names);

/// A field of an instrument or parameter of a model from what somebody calls it: case, blanks, "-" and "_" do not matter, and
/// "ticker" is "symbol". Empty: there is none such.
[[nodiscard]] QString knownField(const QString &written);

/// The same for the types of models: "uniform", "randomWalk", "gbm", "meanReversion", "jumpDiffusion", "regimes", "garch".
[[nodiscard]] QString knownModel(const QString &written);
[[nodiscard]] QStringList allModels();

/// What is said behind a name that is none of these: "Did you mean "tickSize"?", with a blank before it. Empty: no name is
/// like what was written.
[[nodiscard]] LocalizedText suggestion(const QString &written, const QStringList &names);

/// What is wrong with a name of an instrument or a market: at most 80 characters, no control characters.
[[nodiscard]] std::optional<LocalizedText> nameProblem(const QString &name);

/// What is wrong with a symbol.
[[nodiscard]] std::optional<LocalizedText> symbolProblem(const QString &symbol);

} // namespace ticker
