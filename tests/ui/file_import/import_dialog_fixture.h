// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_import/import_dialog.h"
#include "ticker_test.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

namespace ticker::test {

/// A file of three columns that plays.
inline FileInspection prices()
{
    FileInspection found;
    found.plays = FileInspection::Plays::Yes;
    found.form = QStringLiteral("CSV");
    found.encoding = QStringLiteral("UTF-8");
    found.separator = ',';
    found.headerLine = 1;
    found.columns = {{QStringLiteral("when"), QStringLiteral("time")},
                     {QStringLiteral("close"), QStringLiteral("price")},
                     {QStringLiteral("adjusted"), {}}};
    found.rows = {{QStringLiteral("2024-01-02"), QStringLiteral("1.5"), QStringLiteral("1.4")},
                  {QStringLiteral("2024-01-03"), QStringLiteral("1.6"), QStringLiteral("<b>")}};
    found.times = FileInspection::Times::Zoneless;
    found.symbolBy = FileInspection::SymbolBy::FileName;
    found.played = FileInspection::Played{FileInspection::Content::Ticks, 0, 1, 2, {{QStringLiteral("PRICES"), 1, 0}}};
    found.rowCount = 2;
    return found;
}

/// The dialog, open for such a file.
struct ImportDialogFixture final
{
    ImportDialogFixture()
    {
        dialog.ask(QStringLiteral("/data/some prices.csv"), {}, {});
        dialog.showMemory(ImportDialog::Memory::Nothing);
        show(prices());
    }

    void show(const FileInspection &inspection, double progress = 1) { dialog.showInspection(inspection, progress); }
    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        auto *found = dialog.findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QTableWidget *preview() const { return child<QTableWidget>("importPreview"); }
    [[nodiscard]] QComboBox *meaning(int column) const
    {
        return qobject_cast<QComboBox *>(preview()->cellWidget(0, column));
    }
    void choose(int column, const char *field)
    {
        QComboBox *box = meaning(column);
        box->setCurrentIndex(box->findData(QLatin1String(field)));
        Q_EMIT box->activated(box->currentIndex());
    }
    void choose(const char *box, int index) { child<QComboBox>(box)->setCurrentIndex(index); }
    [[nodiscard]] bool canPlay() const { return child<QPushButton>("importPlayButton")->isEnabled(); }
    [[nodiscard]] QString command() const { return child<QLineEdit>("importCommand")->text(); }
    [[nodiscard]] QString problem() const { return child<QLabel>("importProblem")->text(); }
    /// What was asked to be read, last.
    [[nodiscard]] FileReading reading()
    {
        return changes.isEmpty() ? FileReading() : changes.last().first().value<FileReading>();
    }

    ImportDialog dialog{nullptr, [](const QString &symbol) {
                            return symbol.contains(QLatin1Char(',')) ? QStringLiteral("no comma, please") : QString();
                        }};
    QSignalSpy changes{&dialog, &ImportDialog::readingChanged};
    QSignalSpy played{&dialog, &ImportDialog::playWanted};
};

} // namespace ticker::test
