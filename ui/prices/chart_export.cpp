// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_export.h"

#include "whole_file.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace ticker {

namespace {
const QString png = QStringLiteral("png");
const QString svg = QStringLiteral("svg");
constexpr qsizetype longestSubject = 60;
} // namespace

ChartExport::ChartExport(Picture picture, QWidget *page)
    : QObject(page), m_picture(std::move(picture)), m_page(page), m_action(new QAction(tr("E&xport chart…"), this)),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m_action->setObjectName(QStringLiteral("exportChartAction"));
    m_action->setIconText(tr("Export…"));
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    //: What a button does, and its shortcut.
    m_action->setToolTip(tr("%1 (%2)").arg(tr("Writes the chart to a PNG or SVG file"),
                                           m_action->shortcut().toString(QKeySequence::NativeText)));
    connect(m_action, &QAction::triggered, this, &ChartExport::ask);
}

void ChartExport::ask()
{
    closeDialog();
    auto *dialog = new QFileDialog(m_page, tr("Export chart"), m_folder);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
    const QString vector = tr("SVG picture (*.svg)");
    dialog->setNameFilters({tr("PNG picture (*.png)"), vector});
    dialog->setDefaultSuffix(png);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, vector](const QString &filter) { dialog->setDefaultSuffix(filter == vector ? svg : png); });
    dialog->selectFile(m_subject.left(longestSubject)
                       + QDateTime::currentDateTime().toString(QStringLiteral(" yyyy-MM-dd HHmmss'.png'")));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        if (const auto problem = write(path))
            Q_EMIT failed(*problem);
    });
    m_dialog = dialog;
    dialog->open();
}

void ChartExport::closeDialog()
{
    if (m_dialog)
        m_dialog->reject();
}

std::optional<QString> ChartExport::write(const QString &path) const
{
    const bool isVector = QFileInfo(path).suffix().compare(svg, Qt::CaseInsensitive) == 0;
    const QByteArray bytes = m_picture(isVector ? PictureFormat::Svg : PictureFormat::Png);
    const auto problem = bytes.isEmpty() ? tr("it has no size") : writeWholeFile(path, bytes);
    if (!problem)
        return std::nullopt;
    return tr("Cannot write the chart to %1: %2").arg(path, *problem);
}

} // namespace ticker
