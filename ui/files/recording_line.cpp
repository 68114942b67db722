// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/recording_line.h"

#include "files/file_text.h"
#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>

namespace ticker {

namespace {

constexpr int dotSide = 16;

} // namespace

RecordingLine::RecordingLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("recordingLine"));
    m_dot = plainLabel(this);
    m_dot->setObjectName(QStringLiteral("recordingDot"));
    m_dot->setPixmap(programIcon(QStringLiteral("record")).pixmap(dotSide, dotSide));
    m_dot->setAccessibleName(tr("Recording"));
    m_text = plainLabel(this);
    m_text->setObjectName(QStringLiteral("recordingText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_dot);
    layout->addWidget(m_text, 1);
    hide();
}

void RecordingLine::showRecording(const std::optional<Recording> &recording)
{
    setVisible(recording.has_value());
    if (!recording)
        return;
    m_dot->setVisible(recording->state == Recording::State::Writing);
    m_text->setText(FileText::recording(*recording));
    m_text->setToolTip(plainToolTip(QDir::toNativeSeparators(recording->path)));
}

} // namespace ticker

#include "moc_recording_line.cpp"
