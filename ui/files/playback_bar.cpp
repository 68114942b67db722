// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/playback_bar.h"

#include "files/file_text.h"
#include "widgets/plain_text.h"
#include "widgets/position_slider.h"
#include "widgets/trimmed_spin_box.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace ticker {

namespace {

/// Much longer than the way to the server and back.
constexpr std::chrono::milliseconds patience{400};
constexpr int shareCharacters = 6; ///< "100 %"
constexpr int speedDecimals = 2;

void setTextOf(QLabel *label, const QString &text)
{
    label->setText(plainLines(text));
    label->setVisible(!text.isEmpty());
}

} // namespace

PlaybackBar::PlaybackBar(QAction *leave, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("playbackBar"));
    setAccessibleName(tr("File being played"));
    setFrameShape(QFrame::StyledPanel);
    setupTexts();
    setupSteering();
    setupPresets();
    setupLayout(leave);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &PlaybackBar::display);
    hide();
}

QLabel *PlaybackBar::makeText(const QString &name)
{
    auto *label = plainLabel(this);
    label->setObjectName(name);
    return label;
}

void PlaybackBar::setupTexts()
{
    m_name = makeText(QStringLiteral("playbackName"));
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_state = makeText(QStringLiteral("playbackState"));
    m_moment = makeText(QStringLiteral("playbackMoment"));
    m_moment->setToolTip(tr("Time in the file"));
    m_reading = makeText(QStringLiteral("playbackReading"));
    m_reading->setToolTip(tr("You can seek as far as the file has been read"));
    m_leftOut = makeText(QStringLiteral("playbackLeftOut"));
    m_share = makeText(QStringLiteral("playbackShare"));
    m_share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_share->setMinimumWidth(fontMetrics().averageCharWidth() * shareCharacters);
    m_error = makeText(QStringLiteral("playbackError"));
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void PlaybackBar::setupSteering()
{
    m_position = new PositionSlider(this);
    m_position->setObjectName(QStringLiteral("positionSlider"));
    m_position->setAccessibleName(tr("Position in the file"));
    connect(m_position, &PositionSlider::chosen, this, [this](double share) {
        PlaybackCommand command;
        command.seek = share;
        request(command);
    });

    m_speed = new TrimmedSpinBox(this);
    m_speed->setObjectName(QStringLiteral("speedSpinBox"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Playback speed relative to the file"));
    m_speed->setDecimals(speedDecimals);
    m_speed->setRange(Playback::lowestSpeed, Playback::highestSpeed);
    m_speed->setValue(1);
    m_speed->setSuffix(tr(" ×", "so many times as fast"));
    connect(m_speed, &QDoubleSpinBox::valueChanged, this, [this](double speed) {
        PlaybackCommand command;
        command.speed = speed;
        request(command);
    });

    m_loop = new QCheckBox(tr("&Loop"), this);
    m_loop->setObjectName(QStringLiteral("loopBox"));
    m_loop->setToolTip(tr("Starts over at the end"));
    connect(m_loop, &QCheckBox::clicked, this, [this](bool loop) {
        PlaybackCommand command;
        command.loop = loop;
        request(command);
    });
    m_skipGaps = new QCheckBox(tr("&Skip gaps"), this);
    m_skipGaps->setObjectName(QStringLiteral("skipGapsBox"));
    m_skipGaps->setToolTip(tr("Shortens gaps between ticks to one second"));
    connect(m_skipGaps, &QCheckBox::clicked, this, [this](bool skip) {
        PlaybackCommand command;
        command.skipGaps = skip;
        request(command);
    });
}

void PlaybackBar::setupPresets()
{
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const int speed = presets.at(i);
        auto *button = new QToolButton(this); // narrower than others
        button->setText(plainLines(tr("%1×", "speed").arg(speed)));
        button->setObjectName(QStringLiteral("speedPreset%1").arg(speed));
        button->setAccessibleName(plainText(tr("Speed %1").arg(speed)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, speed] {
            PlaybackCommand command;
            command.speed = speed;
            request(command);
        });
        connect(button, &QToolButton::toggled, button, [button](bool checked) {
            // Dark styles hardly tell a pressed button from another.
            QFont font = button->font();
            font.setBold(checked);
            button->setFont(font);
        });
        m_presets.at(i) = button;
    }
}

void PlaybackBar::setupLayout(QAction *leave)
{
    auto *back = new QToolButton(this);
    back->setObjectName(QStringLiteral("leaveFileButton"));
    back->setDefaultAction(leave);
    back->setToolButtonStyle(Qt::ToolButtonTextOnly);
    back->setFocusPolicy(Qt::StrongFocus); // tool buttons are left out of the tab chain by default
    auto *texts = new QHBoxLayout;
    texts->setSpacing(12);
    for (QLabel *label : {m_name, m_state, m_moment, m_leftOut, m_reading})
        texts->addWidget(label);
    texts->addStretch();
    texts->addWidget(back);

    auto *speedLabel = plainLabel(tr("S&peed"), this);
    speedLabel->setBuddy(m_speed);
    auto *steering = new QHBoxLayout;
    steering->addWidget(m_position, 1);
    steering->addWidget(m_share);
    steering->addSpacing(8);
    steering->addWidget(speedLabel);
    steering->addWidget(m_speed);
    for (QToolButton *preset : m_presets)
        steering->addWidget(preset);
    steering->addSpacing(8);
    steering->addWidget(m_loop);
    steering->addWidget(m_skipGaps);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(texts);
    layout->addLayout(steering);
    layout->addWidget(m_error);
    // As they are read, not as they were made.
    QWidget *previous = back;
    for (QWidget *widget : steeringWidgets()) {
        setTabOrder(previous, widget);
        previous = widget;
    }
}

std::array<QWidget *, 7> PlaybackBar::steeringWidgets() const
{
    return {m_position, m_speed, m_presets[0], m_presets[1], m_presets[2], m_loop, m_skipGaps};
}

void PlaybackBar::showPlayback(const std::optional<Playback> &playback, bool paused)
{
    const bool isOther = !playback || !m_reported || playback->path != m_reported->path;
    m_reported = playback;
    m_paused = paused;
    if (isOther)
        m_patience.stop();
    if (!m_patience.isActive())
        display();
}

void PlaybackBar::request(const PlaybackCommand &command)
{
    if (!m_reported)
        return;
    // Shown at once; what the server says later is right.
    m_reported->speed = command.speed.value_or(m_reported->speed);
    m_reported->progress = command.seek.value_or(m_reported->progress);
    m_reported->loop = command.loop.value_or(m_reported->loop);
    m_reported->skipGaps = command.skipGaps.value_or(m_reported->skipGaps);
    display();
    m_patience.start();
    Q_EMIT steered(command);
}

void PlaybackBar::display()
{
    setVisible(m_reported.has_value());
    if (!m_reported)
        return;
    const Playback &playback = *m_reported;
    m_name->setText(FileText::shortName(playback.name()));
    m_name->setToolTip(plainToolTip(QDir::toNativeSeparators(playback.path)));
    m_state->setText(FileText::state(playback, m_paused));
    m_moment->setText(FileText::moment(playback));
    setTextOf(m_reading, FileText::reading(playback));
    setTextOf(m_leftOut, FileText::leftOut(playback));
    m_leftOut->setToolTip(plainToolTip(FileText::whyLeftOut(playback)));
    m_leftOut->setAccessibleDescription(plainLines(FileText::whyLeftOut(playback)));
    setTextOf(m_error, FileText::error(playback));
    displaySteering(playback);
}

void PlaybackBar::displaySteering(const Playback &playback)
{
    m_position->setEnabled(playback.canSeek);
    m_loop->setEnabled(!playback.following);
    m_position->setReach(playback.indexed);
    m_position->showShare(playback.progress);
    m_position->setAccessibleDescription(
        plainLines(FileText::share(playback.progress) + QStringLiteral(", ") + FileText::moment(playback)));
    m_share->setText(FileText::share(playback.progress));
    for (std::size_t i = 0; i < presets.size(); ++i)
        m_presets.at(i)->setChecked(playback.speed == presets.at(i));
    if (!m_speed->isBeingEdited()
        && m_speed->textFromValue(playback.speed) != m_speed->textFromValue(m_speed->value())) {
        const QSignalBlocker quiet(m_speed);
        m_speed->setValue(playback.speed);
    }
    m_loop->setChecked(playback.loop);
    m_skipGaps->setChecked(playback.skipGaps);
}

} // namespace ticker

#include "moc_playback_bar.cpp"
