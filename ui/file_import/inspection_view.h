// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;

namespace ticker {

struct InspectionLine;

/// What was understood of a file, line by line: times, rows, symbols, lines that are left out. Main thread; owned by its
/// parent.
class InspectionView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectionView)

public:
    explicit InspectionView(QWidget *parent);

    void showInspection(const FileInspection &inspection);

private:
    struct Line final
    {
        QLabel *label = nullptr;
        QLabel *text = nullptr;
    };

    void addLine();
    void showLine(const Line &line, const InspectionLine &said);

    QGridLayout *m_layout = nullptr;
    std::vector<Line> m_lines; ///< Those that are not needed are hidden.
};

} // namespace ticker
