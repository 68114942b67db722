// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rate_control.h"

#include "controls/rate_scale.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"
#include "widgets/trimmed_spin_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

namespace ticker {

namespace {

/// Much longer than the way to the server and back; short enough to show soon that a command was refused.
constexpr std::chrono::milliseconds patience{1000};

TickInterval presetInterval(std::size_t index)
{
    return TickInterval::bounded(std::chrono::milliseconds{ratePresetsMs.at(index)});
}

QString presetToolTip(std::size_t index, const QLocale &locale)
{
    return formats::rate(presetInterval(index).hertz(), locale);
}

} // namespace

RateControl::RateControl(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rateControl"));
    setupSlider();
    setupSpinBoxes();
    setupPresets();
    setupLayout();

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &RateControl::settle);
    display(m_shown);
}

void RateControl::setupSlider()
{
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("rateSlider"));
    m_slider->setAccessibleName(tr("Tick rate"));
    m_slider->setRange(0, RateScale::maximum);
    m_slider->setSingleStep(RateScale::positionsPerDecade / 10); // for the wheel; keys go by round numbers
    m_slider->setPageStep(RateScale::positionsPerDecade);
    m_slider->setTickInterval(RateScale::positionsPerDecade);
    m_slider->setTickPosition(QSlider::TicksBelow);
    connect(m_slider, &QSlider::actionTriggered, this, &RateControl::onSliderAction);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) { request(RateScale::intervalAt(position)); });
    connect(m_slider, &QSlider::sliderReleased, this, [this] { showInterval(m_reported); });
}

void RateControl::setupSpinBoxes()
{
    const auto make = [this](const QString &name, const QString &accessibleName, double from, double to) {
        auto *box = new TrimmedSpinBox(this);
        box->setObjectName(name);
        box->setAccessibleName(plainText(accessibleName));
        box->setDecimals(4);
        box->setRange(from, to);
        box->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
        return box;
    };
    const TickInterval fastest = TickInterval::bounded(TickInterval::shortest);
    const TickInterval slowest = TickInterval::bounded(TickInterval::longest);

    m_milliseconds = make(QStringLiteral("intervalSpinBox"), tr("Interval in milliseconds"), fastest.milliseconds(),
                          slowest.milliseconds());
    m_milliseconds->setSuffix(tr(" ms"));
    connect(m_milliseconds, &QDoubleSpinBox::valueChanged, this,
            [this](double ms) { request(TickInterval::fromMilliseconds(ms).value_or(m_shown)); });

    m_hertz = make(QStringLiteral("rateSpinBox"), tr("Ticks per second"), slowest.hertz(), fastest.hertz());
    connect(m_hertz, &QDoubleSpinBox::valueChanged, this,
            [this](double hertz) { request(TickInterval::fromHertz(hertz).value_or(m_shown)); });
}

void RateControl::setupPresets()
{
    for (std::size_t i = 0; i < ratePresetsMs.size(); ++i) {
        const TickInterval interval = presetInterval(i);
        auto *button = new QPushButton(formats::interval(interval, locale()), this);
        button->setObjectName(QStringLiteral("ratePreset%1").arg(ratePresetsMs.at(i)));
        button->setToolTip(plainToolTip(presetToolTip(i, locale())));
        button->setCheckable(true);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, interval] { request(interval); });
        connect(button, &QPushButton::toggled, button, [button](bool checked) {
            // Dark styles hardly tell a pressed button from another.
            QFont font = button->font();
            font.setBold(checked);
            button->setFont(font);
        });
        m_presets.at(i) = button;
    }
}

void RateControl::setupLayout()
{
    auto *values = new QHBoxLayout;
    auto *label = plainLabel(tr("One tick e&very"), this);
    label->setBuddy(m_milliseconds);
    values->addWidget(label);
    values->addWidget(m_milliseconds);
    values->addWidget(plainLabel(tr("=", "an interval equals a rate"), this));
    values->addWidget(m_hertz);
    values->addStretch();
    for (QPushButton *preset : m_presets)
        values->addWidget(preset);

    auto *scale = new QHBoxLayout;
    scale->addWidget(plainLabel(tr("100 s"), this));
    scale->addWidget(m_slider, 1);
    scale->addWidget(plainLabel(formats::interval(TickInterval::bounded(TickInterval::shortest), locale()), this));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(values);
    layout->addLayout(scale);
}

void RateControl::setAvailable(bool available, const QString &whyNot)
{
    setEnabled(available);
    if (whyNot == toolTip())
        return;
    setToolTip(plainToolTip(whyNot)); // also where a part of it has none
    for (std::size_t i = 0; i < ratePresetsMs.size(); ++i)
        m_presets.at(i)->setToolTip(plainToolTip(whyNot.isEmpty() ? presetToolTip(i, locale()) : whyNot));
}

void RateControl::showInterval(TickInterval interval)
{
    m_reported = interval;
    if (m_awaited == interval)
        m_awaited.reset();
    if (m_awaited || m_slider->isSliderDown())
        return;
    display(interval);
}

void RateControl::request(const TickInterval &interval)
{
    m_awaited = interval;
    m_patience.start();
    display(interval);
    Q_EMIT intervalRequested(interval);
}

void RateControl::display(const TickInterval &interval)
{
    m_shown = interval;
    for (std::size_t i = 0; i < m_presets.size(); ++i)
        m_presets.at(i)->setChecked(interval == presetInterval(i));

    const auto showIn = [](TrimmedSpinBox *box, double value) {
        // Setting a value rewrites the text, so not the same one again, and not while the user types.
        if (box->isBeingEdited() || box->textFromValue(value) == box->textFromValue(box->value()))
            return;
        const QSignalBlocker quiet(box);
        box->setValue(value);
    };
    showIn(m_milliseconds, interval.milliseconds());
    showIn(m_hertz, interval.hertz());
    if (!m_hertz->isBeingEdited())
        m_hertz->setSuffix(m_hertz->value() == 1 ? tr(" tick/s") : tr(" ticks/s"));

    m_slider->setAccessibleDescription(
        plainText(tr("%1, %2", "interval, rate")
                      .arg(formats::interval(interval, locale()), formats::rate(interval.hertz(), locale()))));
    if (m_slider->isSliderDown())
        return; // it is where the hand is
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(RateScale::positionOf(interval));
}

void RateControl::onSliderAction(int action)
{
    const int position = m_slider->value();
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd:
        return m_slider->setSliderPosition(RateScale::stepped(position, 1));
    case QAbstractSlider::SliderSingleStepSub:
        return m_slider->setSliderPosition(RateScale::stepped(position, -1));
    case QAbstractSlider::SliderPageStepAdd:
        return m_slider->setSliderPosition(RateScale::paged(position, 1));
    case QAbstractSlider::SliderPageStepSub:
        return m_slider->setSliderPosition(RateScale::paged(position, -1));
    default:
        return; // ends, wheel and mouse: the slider's own position is right
    }
}

void RateControl::settle()
{
    m_awaited.reset();
    showInterval(m_reported);
}

} // namespace ticker

#include "moc_rate_control.cpp"
