// Draws each chart from the numbers beside it, and again when the window changes its width.
(function () {
  'use strict';

  function prepare(option, width) {
    option.animation = false;
    option.textStyle = { fontFamily: 'sans-serif', fontSize: 12 };
    // Rich text, not HTML: names from data stay text.
    option.tooltip = Object.assign({ renderMode: 'richText', confine: true }, option.tooltip);
    // Where an axis names what is to be labelled, nothing else is.
    [].concat(option.xAxis).forEach(function (axis) {
      if (axis.labelled) {
        var labelled = new Set(axis.labelled);
        var interval = function (i) { return labelled.has(i); };
        axis.axisTick = Object.assign({ interval: interval }, axis.axisTick);
        axis.axisLabel = {
          hideOverlap: true,
          alignMinLabel: 'left',
          padding: [0, 3],
          interval: interval,
          // Of a date the month.
          formatter: function (name) { return name.replace(/^(\d{4}-\d\d)-\d\d$/, '$1'); }
        };
        delete axis.labelled;
      }
    });
    if (option.fitNames) {
      option.yAxis.forEach(function (axis) {
        if (axis.axisLabel.inside) {
          axis.axisLabel.width = width - 60;
        }
      });
      delete option.fitNames;
    }
    return option;
  }

  document.querySelectorAll('.chart').forEach(function (place) {
    var text = document.getElementById(place.getAttribute('data-chart')).textContent;
    var chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(prepare(JSON.parse(text), place.clientWidth));
    window.addEventListener('resize', function () {
      chart.resize();
      chart.setOption(prepare(JSON.parse(text), place.clientWidth), true);
    });
  });
})();
