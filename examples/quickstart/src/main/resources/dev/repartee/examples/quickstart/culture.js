// Draws each chart from the numbers beside it, and again when the window changes its width.
(function () {
  'use strict';

  function prepare(option, width) {
    option.animation = false;
    option.textStyle = { fontFamily: 'system-ui, sans-serif', fontSize: 12 };
    // Rich text, not HTML: names from data stay text.
    option.tooltip = Object.assign({ renderMode: 'richText', confine: true }, option.tooltip);
    if (option.labelled) {
      var labelled = new Set(option.labelled);
      option.xAxis.axisTick = { interval: function (i) { return labelled.has(i); } };
      option.xAxis.axisLabel = {
        hideOverlap: true,
        interval: function (i) { return labelled.has(i); }
      };
      delete option.labelled;
    }
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
