extension LaneSums {
  /// Walks one tile: replays its histories, scores the reviews in the window, and carries the
  /// derivatives of stability and difficulty by the parameters along (forward differentiation of
  /// the formulas in `Weights`).
  @inline(__always)
  mutating func walk(
    _ steps: Range<Int>, firstRating: Rating, weights: LaneWeights, window: ScoreWindow,
    depth: PassDepth, elapsedDays: UnsafeBufferPointer<Lanes>,
    ratings: UnsafeBufferPointer<Lanes>, positions: UnsafeBufferPointer<Lanes>,
    earliest: UnsafeBufferPointer<Float>
  ) {
    let one = Lanes(repeating: 1)
    let zero = Lanes()
    let first = firstRating.rawValue - 1
    weights.w.withUnsafeBufferPointer { w in
      var s = Lanes(repeating: weights.initialStability[first])
      var d = Lanes(repeating: weights.initialDifficulty[first])
      if depth >= .gradient {
        for tangent in 0..<PassSums.tangents { stability[tangent] = zero }
        stability[0] = one
        difficulty[0] = Lanes(repeating: weights.initialDifficultyByBase[first])
        difficulty[1] = Lanes(repeating: weights.initialDifficultyByRate[first])
        difficulty[2] = zero
        difficulty[3] = zero
      }
      let steepness = 1 / window.through
      for step in steps {
        // The tile's later reviews are all outside of the window.
        if earliest[step] > window.through { break }
        let days = elapsedDays[step]
        let rating = ratings[step]
        let position = positions[step]
        let isRecalled = rating .> 1
        let isSameDay = days .< 1

        // R and its derivatives by S and by w20.
        let logS = s.logarithm
        let ratio = days / s
        let base = ratio * weights.factor + 1
        let logBase = base.logarithm
        let recall = (logBase * -w[20]).exponential
        let forgotten = one - recall
        let recallByS = recall * (base - 1) * w[20] / (s * base)
        let recallByDecay =
          -(recall * (logBase + ratio / base * (w[20] * weights.factorByDecay)))

        // The score.
        let isScored = (position .> 0) .& (position .<= window.through)
        if isScored.isAnySet {
          let chance = Lanes.choose(isRecalled, recall, forgotten).higher(than: 1e-6)
          let surprise = zero - chance.logarithm
          let count = Lanes.choose(isScored, window.learnedLanes, zero)
          let freshCount = Lanes.choose(
            isScored .& (position .> window.freshAfter), window.freshLanes, zero)
          let x = position * steepness
          let weight = count * (x * x * x * (1 - window.oldest) + window.oldest)
          loss += weight * surprise
          learned += count * surprise
          learnedCount += count
          fresh += freshCount * surprise
          self.freshCount += freshCount
          if depth >= .gradient {
            let slope = Lanes.choose(isRecalled, -weight, weight) / chance
            let slopeByS = slope * recallByS
            for tangent in 0..<PassSums.tangents {
              gradient[tangent] += slopeByS * stability[tangent]
            }
            gradient[17] += slope * recallByDecay
          }
          if depth >= .curvature {
            let spread = (recall * forgotten).higher(than: 1e-6)
            for tangent in 0..<PassSums.tangents {
              self.recall[tangent] = recallByS * stability[tangent]
            }
            self.recall[17] += recallByDecay
            let scale = weight / spread
            var index = 0
            for row in 0..<PassSums.tangents {
              let scaled = scale * self.recall[row]
              for column in row..<PassSums.tangents {
                curvature[index] += scaled * self.recall[column]
                index += 1
              }
            }
          }
        }

        // Recall.
        let ease = Lanes(repeating: 11) - d
        let isHard = rating .== 2
        let isEasy = rating .== 4
        let bonus = Lanes.choose(
          isHard, Lanes(repeating: w[15]),
          Lanes.choose(isEasy, Lanes(repeating: w[16]), one))
        let growthRate = (logS * -w[9] + w[8]).exponential * ease
        let urge = (forgotten * w[10]).exponential
        let plainGrowth = growthRate * (urge - 1)
        let growth = plainGrowth * bonus
        let growthByRecall = growthRate * urge * bonus * -w[10]
        let recalledS = s * (growth + 1)

        // Lapse.
        let logD = d.logarithm
        let logNext = (s + 1).logarithm
        let nextPower = (logNext * w[13]).exponential
        let lapseScale = (forgotten * w[14] - logD * w[12]).exponential * w[11]
        let lapse = lapseScale * (nextPower - 1)
        let ceiling = s * weights.lapseCeiling
        let isCapped = lapse .> ceiling
        let lapsedS = Lanes.choose(isCapped, ceiling, lapse)

        // The same day.
        let push = rating + (w[18] - 3)
        let change = (push * w[17] - logS * w[19]).exponential
        let isIdle = isRecalled .& (change .< 1)
        let sameDayS = s * Lanes.choose(isIdle, one, change)

        let raw = Lanes.choose(
          isSameDay, sameDayS, Lanes.choose(isRecalled, recalledS, lapsedS))
        let nextS = raw.higher(than: 0.001).lower(than: 36_500)

        // Difficulty.
        let offset = rating - 3
        let room = (Lanes(repeating: 10) - d) * Float(1.0 / 9)
        let moved = d - offset * room * w[6]
        let reverted = (Lanes(repeating: weights.reversionTarget) - moved) * w[7] + moved
        let nextD = reverted.higher(than: 1).lower(than: 10)

        if depth >= .gradient {
          let isFree = nextS .== raw
          let isLong = isFree .& .!isSameDay
          let recalls = Lanes.choose(isLong .& isRecalled, one, zero)
          let isLapse = isLong .& .!isRecalled
          let lapses = Lanes.choose(isLapse .& .!isCapped, one, zero)
          let caps = Lanes.choose(isLapse .& isCapped, one, zero)
          let moves = Lanes.choose(isFree .& isSameDay .& .!isIdle, one, zero)
          let idles = Lanes.choose(isFree .& isSameDay .& isIdle, one, zero)

          let byRecall = recalls * s * growthByRecall - lapses * lapse * w[14]
          let keptGrowth = growth * (1 - w[9]) + 1
          let lapseByS = lapseScale * nextPower * w[13] / (s + 1)
          let byS =
            recalls * keptGrowth + lapses * lapseByS + caps * weights.lapseCeiling
            + moves * change * (1 - w[19]) + idles + byRecall * recallByS
          let gained = recalls * s * growth
          let fallen = lapses * lapse
          let byD = -(gained / ease) - fallen * w[12] / d

          let t = stability
          for tangent in 0..<PassSums.tangents { t[tangent] *= byS }
          for tangent in 0..<Self.difficultyTangents { t[tangent + 1] += byD * difficulty[tangent] }
          t[5] += gained
          t[6] -= gained * logS
          t[7] += recalls * s * growthRate * urge * bonus * forgotten
          t[8] += lapses * lapseScale * (nextPower - 1) / w[11]
          t[9] -= fallen * logD
          t[10] += lapses * lapseScale * nextPower * logNext
          t[11] += fallen * forgotten
          let plainGained = recalls * s * plainGrowth
          t[12] += Lanes.choose(isHard, plainGained, zero)
          t[13] += Lanes.choose(isEasy, plainGained, zero)
          let pushed = moves * nextS
          let capped = caps * nextS
          t[14] += pushed * push - capped * w[18]
          t[15] += pushed * w[17] - capped * w[17]
          t[16] -= pushed * logS
          t[17] += byRecall * recallByDecay

          let isFreeD = reverted .== nextD
          let free = Lanes.choose(isFreeD, one, zero)
          let kept = free * (1 - w[7])
          let byOldD = kept * (offset * (w[6] / 9) + 1)
          for tangent in 0..<Self.difficultyTangents { difficulty[tangent] *= byOldD }
          difficulty[0] += free * w[7]
          difficulty[1] += free * (w[7] * weights.reversionTargetByRate)
          difficulty[2] -= kept * offset * room
          difficulty[3] += free * (Lanes(repeating: weights.reversionTarget) - moved)
        }
        s = nextS
        d = nextD
      }
    }
  }
}
