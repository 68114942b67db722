// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace ticker {

class ElidedLabel;
class ProblemLabel;

/// Which file it is, how far it has been read, and what is asked of the person. Main thread; owned by its parent.
class ImportHead final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportHead)

public:
    explicit ImportHead(QWidget *parent);

    void showFile(const QString &path);
    /// The progress is from 0 to 1; 1: all is known.
    void showInspection(const FileInspection &inspection, double progress);
    /// With where to answer it. Who can see no colour hears it at that field, too.
    void showQuestion(const QString &question, const QString &answer, QWidget *field);

private:
    void setupProgress();

    ElidedLabel *m_name = nullptr;
    QLabel *m_form = nullptr;
    QProgressBar *m_progress = nullptr;
    ProblemLabel *m_problem = nullptr;
    QPointer<QWidget> m_field; ///< That has the question as its description.
};

} // namespace ticker
