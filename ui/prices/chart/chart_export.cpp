// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_export.h"

#include "whole_file.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace ticker {

namespace {
const QString png = QStringLiteral("png");
const QString svg = QStringLiteral("svg");
constexpr qsizetype longestSubject = 60;

/// A symbol may have what no file name may, as "BTC/USDT", or what hides a file, as ".SPX".
QString fileNameOf(const QString &subject)
{
    static const QRegularExpression notInNames(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]"));
    static const QRegularExpression atTheStart(QStringLiteral("\\A[.-]+"));
    QString name = subject.left(longestSubject);
    return name.replace(notInNames, QStringLiteral("-")).remove(atTheStart);
}

/// Milliseconds after which a person wonders.
constexpr int shortWait = 500;
} // namespace

ChartExport::ChartExport(Picture picture, QWidget *page)
    : QObject(page), m_picture(std::move(picture)), m_page(page), m_action(new QAction(tr("E&xport chart…"), this)),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m_action->setObjectName(QStringLiteral("exportChartAction"));
    m_action->setIconText(tr("Export…"));
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    //: What a button does, and its shortcut.
    m_action->setToolTip(plainToolTip(tr("%1 (%2)").arg(tr("Saves the chart as PNG or SVG"),
                                                        m_action->shortcut().toString(QKeySequence::NativeText))));
    connect(m_action, &QAction::triggered, this, &ChartExport::ask);
}

void ChartExport::ask()
{
    closeDialog();
    auto *dialog = new QFileDialog(m_page, tr("Export chart"), m_folder);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
    const QString vector = tr("SVG image (*.svg)");
    dialog->setNameFilters({tr("PNG image (*.png)"), vector});
    dialog->setDefaultSuffix(png);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, vector](const QString &filter) { dialog->setDefaultSuffix(filter == vector ? svg : png); });
    dialog->selectFile(fileNameOf(m_subject)
                       + QDateTime::currentDateTime().toString(QStringLiteral(" yyyy-MM-dd HHmmss'.png'")));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        write(path);
    });
    m_dialog = dialog;
    dialog->open();
}

void ChartExport::closeDialog()
{
    if (m_dialog)
        m_dialog->reject();
}

void ChartExport::write(const QString &path)
{
    if (QFileInfo(path).suffix().compare(svg, Qt::CaseInsensitive) == 0)
        save(path, m_picture.svg());
    else
        paint(path);
}

void ChartExport::paint(const QString &path)
{
    stopPainting();
    m_painting = new ChartPainting(m_picture.drawing(), this);
    m_progress = new QProgressDialog(tr("Exporting the chart…"), tr("&Cancel"), 0, ChartPainting::strips + 1, m_page);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setWindowTitle(tr("Export chart"));
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setMinimumDuration(shortWait);
    m_progress->setValue(0); // from now on it counts how long it takes
    connect(m_progress, &QProgressDialog::canceled, this, &ChartExport::stopPainting);
    connect(m_painting, &ChartPainting::progressed, m_progress, &QProgressDialog::setValue);
    connect(m_painting, &ChartPainting::painted, this, [this, path](const QByteArray &bytes) {
        stopPainting();
        save(path, bytes);
    });
}

/// Also when it is done. It is not waited for: what is left of a strip may take long.
void ChartExport::stopPainting()
{
    if (!m_painting)
        return;
    m_painting->stop();
    m_painting->disconnect(this);
    connect(m_painting, &ChartPainting::ended, m_painting, &QObject::deleteLater);
    m_painting.clear();
    if (m_progress)
        m_progress->deleteLater();
}

void ChartExport::save(const QString &path, const QByteArray &bytes)
{
    const auto problem = bytes.isEmpty() ? LocalizedText(tr("the chart has no size")) : writeWholeFile(path, bytes);
    if (problem)
        Q_EMIT failed(tr("Cannot write the chart to %1: %2").arg(path, problem->translated()));
    else
        Q_EMIT written(path);
}

} // namespace ticker

#include "moc_chart_export.cpp"
